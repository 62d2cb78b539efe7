import type { VerbPhrase } from './locale-strings.ts';
import { humanise } from './tool-phrase.ts';

/** Verbs that tool names begin with and whose past is their own. The rest follow the rules below. */
const IRREGULAR_PAST: Readonly<Record<string, string>> = {
  begin: 'began',
  bring: 'brought',
  build: 'built',
  buy: 'bought',
  choose: 'chose',
  draw: 'drew',
  find: 'found',
  get: 'got',
  give: 'gave',
  hide: 'hid',
  keep: 'kept',
  make: 'made',
  pay: 'paid',
  put: 'put',
  read: 'read',
  run: 'ran',
  sell: 'sold',
  send: 'sent',
  set: 'set',
  show: 'showed',
  take: 'took',
  tell: 'told',
  write: 'wrote',
};
const REGULAR = new Set(
  (
    'add analyse analyze apply approve archive ask assign book calculate call cancel change check clear close ' +
    'compare compute confirm convert copy count create delete deploy disable download edit enable escalate ' +
    'estimate execute export fetch filter format generate import increase insert install invite issue list ' +
    'load lock log look mark merge modify move notify open order pause pick place plan play post print process ' +
    'publish query rename render reply report request reserve reset resolve restart resume retrieve return ' +
    'roll rotate save scan schedule search select share sign sort start stop store submit subscribe summarise ' +
    'summarize switch toggle transfer translate trigger turn unlock update upload use validate verify wait wipe'
  ).split(' '),
);
/** Last consonant doubles: the stress is on the last syllable. */
const DOUBLES = new Set('begin get put run set plan scan stop reset submit wrap'.split(' '));

function past(verb: string): string {
  if (Object.hasOwn(IRREGULAR_PAST, verb)) return IRREGULAR_PAST[verb] ?? verb;
  if (verb === 'reset') return 'reset';
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return DOUBLES.has(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

function gerund(verb: string): string {
  if (/[^e]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return DOUBLES.has(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * `change_theme` → "Change theme", "Changing theme", "Changed theme"; "Roll back" → "Rolled back". What does not
 * begin with a verb we know stays as it is in all three: a wrong form is worse than none.
 */
export function englishVerb(name: string): VerbPhrase {
  // With a space in it, it is words already: they keep their capitals.
  const phrase = /\S\s/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : humanise(name);
  const action = capital(phrase) || name;
  const [verb = '', ...rest] = phrase.split(' ');
  if (!Object.hasOwn(IRREGULAR_PAST, verb) && !REGULAR.has(verb))
    return { action, running: action, done: action };
  const join = (form: string): string => capital([form, ...rest].join(' '));
  return { action, running: join(gerund(verb)), done: join(past(verb)) };
}
