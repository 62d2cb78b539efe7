import type { InspectorStrings } from './inspector-strings.ts';

/** The inspector in Japanese. */
export const inspectorJa: InspectorStrings = {
  label: 'この実行のイベント',
  events: 'イベント一覧',
  position: 'イベント',
  at: (index, count) => `${index}／${count}`,
  run: '実行',
  steps: 'ステップ',
  text: 'テキスト',
  event: 'イベントのJSON',
  state: '状態のJSON',
  none: 'まだありません',
  reading: 'イベントを読み込み中',
  copy: 'テストデータとしてコピー',
  copied: 'コピーしました',
  unsupported:
    'このサーバーは実行のイベントを保存しないため、さかのぼることができません。実行とそのステップは引き続き読めます。',
  expired: 'この実行のイベントはもう保存されていません。実行とそのステップは引き続き読めます。',
};
