import type { FileStrings } from './file-strings.ts';
import { isolate } from './isolate.ts';

export const arabicFiles: FileStrings = {
  attach: 'إرفاق ملفات',
  attached: 'الملفات المرفقة',
  drop: 'الإفلات هنا للإرفاق',
  waiting: 'في الانتظار',
  sending: 'جارٍ الإرسال',
  sent: (part, whole) => `${part} من ${whole}`,
  remove: (name) => `إزالة ${isolate(name)}`,
  retry: (name) => `إعادة المحاولة: ${isolate(name)}`,
  tooMany: (count) => `لم يُرفق. الحد الأقصى في الرسالة ${count}.`,
  tooLarge: (limit) => `لم يُرفق. أكبر من ${limit}.`,
  wrongType: 'لم يُرفق. لا تُقبل ملفات من هذا النوع.',
  empty: 'لم يُرفق. الملف فارغ.',
  hold: 'الملفات في الطريق. يمكن إرسال رسالتك عند وصولها.',
  holdFailed: 'لم يُرسل أحد الملفات. أعد المحاولة أو أزله.',
  files: 'الملفات',
  download: 'تنزيل',
  notLoaded: 'تعذّر التحميل.',
  enlarge: (image) => `${isolate(image)}، عرض بحجم أكبر`,
  close: 'إغلاق',
};
