import { type IconComponent, icon } from './icons.tsx';

export const DeleteIcon: IconComponent = /* @__PURE__ */ icon(
  'M2.8 4.4h10.4M6.3 4.2V3.4c0-.6.4-.9.9-.9h1.6c.5 0 .9.3.9.9v.8M4.2 4.6l.6 7.6c0 .7.5 1.2 1.2 1.2h4c.7 0 1.2-.5 1.2-1.2l.6-7.6',
);
export const GoodIcon: IconComponent = /* @__PURE__ */ icon(
  'M5.2 7.2 7.6 2.7c.9 0 1.5.7 1.4 1.6L8.7 6.3h3.2c.9 0 1.5.8 1.3 1.6l-1 4.2c-.1.7-.7 1.1-1.3 1.1H5.2M2.8 7.2h2.4v6H2.8Z',
);
export const BadIcon: IconComponent = /* @__PURE__ */ icon(
  'M10.8 8.8 8.4 13.3c-.9 0-1.5-.7-1.4-1.6l.3-2H4.1c-.9 0-1.5-.8-1.3-1.6l1-4.2c.1-.7.7-1.1 1.3-1.1h5.7M13.2 8.8h-2.4v-6h2.4Z',
);
