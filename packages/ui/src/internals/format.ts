/** Made once each: a formatter takes a millisecond to make, and every answer on the page has durations. */
const formatters = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, unit?: 'second' | 'minute' | 'hour'): Intl.NumberFormat {
  const key = `${locale} ${unit ?? ''}`;
  const known = formatters.get(key);
  if (known) return known;
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  const made = new Intl.NumberFormat(locale, unit && options);
  formatters.set(key, made);
  return made;
}

/** `14 s`, `1 min 5 s`, `2 h 3 min`; with one decimal where a fraction of a second is known: `1.8 s`. */
export function formatDuration(ms: number, locale: string): string {
  const unit = (value: number, name: 'second' | 'minute' | 'hour'): string =>
    numberFormat(locale, name)
      .format(value)
      // English shortens to "sec" and "hr"; a record column has room for the symbols only.
      .replace(/\bsec$/, 's')
      .replace(/\bhr$/, 'h');
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 59.95) return unit(seconds, 'second');
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const [large, small] =
    minutes < 60
      ? [unit(minutes, 'minute'), whole % 60 > 0 && unit(whole % 60, 'second')]
      : [unit(Math.floor(minutes / 60), 'hour'), minutes % 60 > 0 && unit(minutes % 60, 'minute')];
  return small ? `${large} ${small}` : large;
}

/** A count with the locale's separators: `2,148`. */
export function formatCount(count: number, locale: string): string {
  return numberFormat(locale).format(count);
}

/** A countdown or a ticking clock: `9:41`. Rounds up, so that it reaches zero when the time is over. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
