import type { InspectorStrings } from './inspector-strings.ts';

/** The inspector in Arabic. */
export const inspectorAr: InspectorStrings = {
  label: 'أحداث هذا التشغيل',
  events: 'الأحداث',
  position: 'الحدث',
  at: (index, count) => `${index} من ${count}`,
  run: 'التشغيل',
  steps: 'الخطوات',
  text: 'النص',
  event: 'الحدث بصيغة JSON',
  state: 'الحالة بصيغة JSON',
  none: 'لا شيء بعد',
  reading: 'جارٍ قراءة الأحداث',
  copy: 'نسخ كبيانات اختبار',
  copied: 'تم النسخ',
  unsupported:
    'لا يحتفظ هذا الخادم بأحداث عمليات التشغيل، فلا شيء يمكن الرجوع إليه. ما زالت قراءة التشغيل وخطواته ممكنة.',
  expired: 'لم تعد أحداث هذا التشغيل محفوظة. ما زالت قراءة التشغيل وخطواته ممكنة.',
};
