import type { InspectorStrings } from './inspector-strings.ts';

/** The inspector in Chinese, in simplified characters. */
export const inspectorZh: InspectorStrings = {
  label: '此次运行的事件',
  events: '事件列表',
  position: '事件',
  at: (index, count) => `第 ${index} 个，共 ${count} 个`,
  run: '运行',
  steps: '步骤',
  text: '文本',
  event: '事件的 JSON',
  state: '状态的 JSON',
  none: '还没有',
  reading: '正在读取事件',
  copy: '复制为测试数据',
  copied: '已复制',
  unsupported: '此服务器不保存运行的事件，因此无法回溯。运行及其步骤仍可查看。',
  expired: '此次运行的事件已不再保存。运行及其步骤仍可查看。',
};
