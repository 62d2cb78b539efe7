/** Cached, because creating a formatter takes about a millisecond, and every response on the page has durations. */
const formatters = new Map<string, Intl.NumberFormat>();

type Unit = 'second' | 'minute' | 'hour';

function formatter(key: string, languageTag: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = formatters.get(`${languageTag} ${key}`);
  if (known) return known;
  const newFormatter = new Intl.NumberFormat(languageTag, options);
  formatters.set(`${languageTag} ${key}`, newFormatter);
  return newFormatter;
}

function formatUnit(value: number, unit: Unit, languageTag: string): string {
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  const text = formatter(unit, languageTag, options).format(value);
  // English abbreviates to "sec" and "hr", but the duration column has room for symbols only.
  return /^en\b/.test(languageTag) ? text.replace(/\bsec$/, 's').replace(/\bhr$/, 'h') : text;
}

/**
 * Formats a duration with the language's short units: `14 s`, `1 min 5 s`, `2 h 3 min`; with one decimal below a minute:
 * `1.8 s`.
 */
export function formatDuration(ms: number, languageTag: string): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 59.95) return formatUnit(seconds, 'second', languageTag);
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const [large, small] =
    minutes < 60
      ? [
          formatUnit(minutes, 'minute', languageTag),
          whole % 60 > 0 && formatUnit(whole % 60, 'second', languageTag),
        ]
      : [
          formatUnit(Math.floor(minutes / 60), 'hour', languageTag),
          minutes % 60 > 0 && formatUnit(minutes % 60, 'minute', languageTag),
        ];
  // Chinese has no space before a unit, and none between two of them.
  return small ? `${large}${/\s/.test(large) ? ' ' : ''}${small}` : large;
}

/** Formats a count with the language's separators: `2,148`. */
export function formatCount(count: number, languageTag: string): string {
  return formatter('', languageTag).format(count);
}

/** Formats a countdown: `9:41`. Rounds up, so that it shows zero only when the time is over. */
export function formatClock(ms: number, languageTag: string): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const twoDigits = formatter('clock', languageTag, { minimumIntegerDigits: 2 });
  return `${formatter('', languageTag).format(Math.floor(seconds / 60))}:${twoDigits.format(seconds % 60)}`;
}
