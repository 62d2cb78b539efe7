/** Words in lower case and without a plural `s`, so that "emails" matches `send_email`. */
export function splitWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(singular);
}

/** The words of an identifier: `getWeather`, `get_weather` and `get-weather` are equal. */
export function splitName(name: string): string[] {
  return splitWords(name.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2').replace(/[_-]+/g, ' '));
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
