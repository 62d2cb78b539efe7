export interface Weather {
  readonly city: string;
  readonly sky: string;
  readonly celsius: number;
}

/** Fake weather service: deterministic by city. */
export function weatherIn(city: string): Weather {
  const skies = ['clear', 'cloudy', 'rainy', 'windy'];
  return { city, sky: skies[city.length % skies.length] ?? 'clear', celsius: 10 + (city.length % 15) };
}
