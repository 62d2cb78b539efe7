/** Made once each: a formatter takes a millisecond to make, and every answer on the page has durations. */
const formatters = new Map<string, Intl.NumberFormat>();

type Unit = 'second' | 'minute' | 'hour';

function formatter(key: string, locale: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = formatters.get(`${locale} ${key}`);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(`${locale} ${key}`, made);
  return made;
}

function formatUnit(value: number, unit: Unit, locale: string): string {
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  const text = formatter(unit, locale, options).format(value);
  // English shortens to "sec" and "hr"; a record column has room for the symbols only.
  return /^en\b/.test(locale) ? text.replace(/\bsec$/, 's').replace(/\bhr$/, 'h') : text;
}

/**
 * `14 s`, `1 min 5 s`, `2 h 3 min`, in the locale's short words; with one decimal where a fraction of a second is
 * known: `1.8 s`.
 */
export function formatDuration(ms: number, locale: string): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 59.95) return formatUnit(seconds, 'second', locale);
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const [large, small] =
    minutes < 60
      ? [formatUnit(minutes, 'minute', locale), whole % 60 > 0 && formatUnit(whole % 60, 'second', locale)]
      : [
          formatUnit(Math.floor(minutes / 60), 'hour', locale),
          minutes % 60 > 0 && formatUnit(minutes % 60, 'minute', locale),
        ];
  // Chinese sets no space before a unit, and so none between two of them.
  return small ? `${large}${/\s/.test(large) ? ' ' : ''}${small}` : large;
}

/** A count with the locale's separators: `2,148`. */
export function formatCount(count: number, locale: string): string {
  return formatter('', locale).format(count);
}

/** A countdown or a ticking clock: `9:41`. Rounds up, so that it reaches zero when the time is over. */
export function formatClock(ms: number, locale: string): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const twoDigits = formatter('clock', locale, { minimumIntegerDigits: 2 });
  return `${formatter('', locale).format(Math.floor(seconds / 60))}:${twoDigits.format(seconds % 60)}`;
}
