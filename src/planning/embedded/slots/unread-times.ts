// The words about a time that say no moment ("after the move", "sometime next sprint"), to be quoted in a question. It never
// reports what is part of a day that was understood.

const UNREAD: readonly RegExp[] = [
  /\bthe day (?:after|before) (?!tomorrow\b|yesterday\b)[^.,;!?\n]{1,60}/gi,
  /(?<!\bnot )\b(?:after|before|once|as soon as(?! possible)|until after) (?!tomorrow\b|yesterday\b)[^.,;!?\n]{1,60}/gi,
  /\b(?:when|until|till) (?:he|she|they|we|the|his|her|their|everyone|I)\b[^.,;!?\n]{1,60}/gi,
  /\b(?:some ?time|some ?day|one day|at some point|eventually|shortly|later(?: on| today| this \w+)?|whenever)\b[^.,;!?\n]{0,40}/gi,
  /\b(?:next|this|coming|following) (?:sprint|quarter|summer|winter|spring|autumn|fall|season|semester|term|holidays?)\b/gi,
  /\b(?:christmas|easter|thanksgiving|new year(?:'s(?: eve| day)?)?|boxing day|halloween)\b/gi,
  /\b(?:in|within) (?:a few|some|several|a couple of|an?|one|two|three|four|five|six|\d{1,3}) (?:minutes?|hours?|months?|years?)\b/gi,
  /\b(?:mid|early|late|beginning of)[- ](?:january|february|march|april|may|june|july|august|september|october|november|december|(?:next )?(?:week|month|year))\b/gi,
  /\bweekend\b/gi,
  /\bin (?:\d{3,}|five|six|seven|eight|nine|ten|twelve) (?:days?|weeks?)\b/gi,
  /\bat [1-7](?![\d:/-]|\.\d|\s?(?:[ap]\.?m|h|hrs|uhr|o'?clock)\b| [A-Z])/g,
];

/** @param understood the days of the text as written */
export function unreadTimes(text: string, understood: readonly string[]): readonly string[] {
  const found: { readonly written: string; readonly start: number; readonly end: number }[] = [];
  for (const pattern of UNREAD) {
    for (const match of text.slice(0, 4000).matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const written = match[0].trim();
      if (understood.some((day) => day.toLowerCase().includes(written.toLowerCase()))) continue;
      if (!found.some((other) => start < other.end && end > other.start)) found.push({ written, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start).map(({ written }) => written);
}
