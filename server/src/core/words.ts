import { changedWindow } from './text';

/** Which of the words that someone asks for a text holds. */
export interface WordFinder<T> {
  /** The askers of whose words at least one occurs in the text, in their order. An edit costs a look at the edited part. */
  askers(path: string, text: string): readonly T[];
}

interface Known {
  readonly text: string;
  /** For each word the offset of one occurrence, or -1. */
  readonly at: Int32Array;
  readonly askers: readonly number[];
}

/** Texts of which occurrences are remembered: those that someone types in. */
const MAX_TEXTS = 32;

/** @param wordsOf the words of an asker, at least one */
export function createWordFinder<T>(all: readonly T[], wordsOf: (asker: T) => readonly string[]): WordFinder<T> {
  const words = [...new Set(all.flatMap(wordsOf))];
  const ids = new Map(words.map((word, id) => [word, id]));
  const idsOf = all.map((asker) => wordsOf(asker).map((word) => ids.get(word)!));
  const longest = Math.max(1, ...words.map((word) => word.length));
  const texts = new Map<string, Known>();

  const update = (before: Known, text: string): Int32Array => {
    const { start, oldEnd, newEnd } = changedWindow(before.text, text);
    const around = Math.max(0, start - longest);
    const part = text.slice(around, newEnd + longest);
    const shift = newEnd - oldEnd;
    return before.at.map((at, id) => {
      const word = words[id]!;
      if (at >= 0 && at + word.length <= start) return at;
      if (at >= oldEnd) return at + shift;
      const near = part.indexOf(word);
      if (near >= 0) return around + near;
      return at < 0 ? -1 : text.indexOf(word);
    });
  };

  return {
    askers(path, text) {
      let known = texts.get(path);
      if (known?.text !== text) {
        const at = known ? update(known, text) : Int32Array.from(words, (word) => text.indexOf(word));
        const isSame = known?.at.every((offset, id) => offset < 0 === at[id]! < 0);
        const askers =
          known && isSame ? known.askers : [...all.keys()].filter((n) => idsOf[n]!.some((id) => at[id]! >= 0));
        known = { text, at, askers };
        texts.delete(path);
        texts.set(path, known);
        if (texts.size > MAX_TEXTS) texts.delete(texts.keys().next().value!);
      }
      return known.askers.map((n) => all[n]!);
    },
  };
}
