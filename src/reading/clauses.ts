// Cuts a message into clauses, each small enough to have one mood. It keeps the writer's words as they stand and judges nothing.

export interface RawClause {
  /** As written, without the sign that ended it. */
  readonly text: string;
  /** Lower case, plain apostrophes, single spaces: what the rules look at. */
  readonly plain: string;
  /** The sentence it belongs to ends with a question mark, and it is the last clause of it. */
  readonly asks: boolean;
  /** Counts sentences, so that what holds for a sentence can be told. */
  readonly sentence: number;
}

/** As much as a message can have. */
const MAX_CHARS = 12_000;
const MAX_CLAUSES = 600;
const SENTENCE_END =
  /(?<=[.!?…])(?<!\b(?:e\.g|i\.e|mr|mrs|ms|dr|no|st|approx)\.)\s+|\n+|;\s*|\s+[-–—]{1,2}\s+|\s+\/\/\s+/iu;
/** A comma ends a clause only before words that begin one; in "me, Dana and Sam" it does not. */
const STARTS =
  "(?:i|i'm|i've|i'd|i'll|im|ive|you|he|she|it|it's|its|we|they|there|this|that|that's|but|please|pls|plz|kindly|can|could|would|will|may|so|because|cause|thanks|thank|thx|cheers|not|no|nope|never|if|in case|unless|as|since|which|who|whose|my|is|are|do|does|did|just|instead|otherwise|rather|sorry|actually|what|how|why|when|where|nvm|false|all good|works|need|needs|let|forgot|put|block|close|disable|remove|reset|unlock|install|give|set|take|only|although|though|while|don't|dont|do not|hope|much|many)";
/** "Tell me if", "even if", "only if": one clause goes on. */
const NOT_BEFORE_IF =
  '\\b(?:check|see|know|tell|ask|asks|asked|wonder|wondering|sure|me|us|out|verify|confirm|even|as|what|only|but|and|grateful|thankful|great|nice|good|kind|lovely|helpful|happy|glad|appreciate|appreciated|appreciate it|it)';
const BREAK = new RegExp(
  `,\\s+(?=(?:and\\s+)?[\\p{L}'-]+(?:\\s+[\\p{L}'-]+)?\\s+(?:is|has|was|had|said|says|told|knows|approved|agreed|already)\\b)|,\\s+(?=(?:and\\s+|or\\s+)?${STARTS}\\b)|\\s+(?=(?:but|because|although|though|whereas)\\s)|(?<!${NOT_BEFORE_IF})\\s+(?=(?:if|only if|unless|provided)\\s)|\\s+(?=and\\s+(?:i|i'm|i've|i'd|please|pls|can|could|would|it|he|she|they|you|we|thanks|thank|then|now|there|do not|don't|dont)\\b)|\\s*\\((?=\\S)|\\)\\s*`,
  'iu',
);

export interface Clauses {
  /** In the order of the message; at most 600, of at most 12,000 characters. */
  readonly clauses: readonly RawClause[];
  /** False: the message goes on behind what was read, or did before it was cut to that length. */
  readonly whole: boolean;
}

export function clausesOf(message: string): Clauses {
  const text = message
    .slice(0, MAX_CHARS)
    .replace(/[’ʼ`´‘]/g, "'")
    .replace(/[“”„«»]/g, '"');
  const clauses: RawClause[] = [];
  const sentences = text.split(SENTENCE_END).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  for (const [number, sentence] of sentences.entries()) {
    const isQuestion = /\?[\s"'!?)]*$/.test(sentence);
    const parts = sentence.split(BREAK).filter((part) => /[\p{L}\p{N}]/u.test(part));
    for (const [at, part] of parts.entries()) {
      const words = part.trim().replace(/[\s.!?…,;]+$/u, '');
      clauses.push({
        text: words,
        plain: plainOf(words),
        asks: isQuestion && at === parts.length - 1,
        sentence: number,
      });
    }
  }
  const whole = message.length < MAX_CHARS && clauses.length <= MAX_CLAUSES;
  return { clauses: clauses.slice(0, MAX_CLAUSES), whole };
}

function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
