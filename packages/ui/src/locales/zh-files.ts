import type { FileStrings } from './file-strings.ts';

export const chineseFiles: FileStrings = {
  attach: '添加文件',
  attached: '已添加的文件',
  drop: '拖放到此处以添加',
  waiting: '等待中',
  sending: '正在发送',
  sent: (part, whole) => `${part}，共 ${whole}`,
  remove: (name) => `移除 ${name}`,
  retry: (name) => `重试：${name}`,
  tooMany: (count) => `未添加。一条消息最多 ${count} 个。`,
  tooLarge: (limit) => `未添加。大于 ${limit}。`,
  wrongType: '未添加。不接受此类文件。',
  empty: '未添加。文件为空。',
  hold: '文件正在发送。送达后即可发送消息。',
  holdFailed: '有文件未发送。请重试或将其移除。',
  files: '文件',
  download: '下载',
  notLoaded: '无法加载。',
  enlarge: (image) => `${image}，放大显示`,
  close: '关闭',
};
