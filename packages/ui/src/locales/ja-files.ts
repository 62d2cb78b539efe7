import type { FileStrings } from './file-strings.ts';

export const japaneseFiles: FileStrings = {
  attach: 'ファイルを添付',
  attached: '添付ファイル',
  drop: 'ドロップして添付',
  waiting: '待機中',
  sending: '送信中',
  sent: (part, whole) => `${part}／${whole}`,
  remove: (name) => `${name}を削除`,
  retry: (name) => `再試行：${name}`,
  tooMany: (count) => `添付できません。1つのメッセージにつき${count}個までです。`,
  tooLarge: (limit) => `添付できません。${limit}を超えています。`,
  wrongType: '添付できません。この種類のファイルは使えません。',
  empty: '添付できません。ファイルが空です。',
  hold: 'ファイルを送信中です。終わるとメッセージを送信できます。',
  holdFailed: '送信できなかったファイルがあります。再試行するか、削除してください。',
  files: 'ファイル',
  download: 'ダウンロード',
  notLoaded: '読み込めませんでした。',
  enlarge: (image) => `${image}、拡大表示`,
  close: '閉じる',
};
