/** The code points of `A`, `a`, `0`, `Α` and `α` of an alphabet in the block Mathematical Alphanumeric Symbols. */
interface Alphabet {
  starts: Partial<Record<'A' | 'a' | '0' | 'Α' | 'α', number>>;
  /** Letters with older code points, in pairs. */
  older: string;
}

const alphabets: Record<string, Alphabet> = {
  bold: { starts: { A: 0x1d400, a: 0x1d41a, '0': 0x1d7ce, Α: 0x1d6a8, α: 0x1d6c2 }, older: '' },
  'bold-italic': { starts: { A: 0x1d468, a: 0x1d482, Α: 0x1d71c, α: 0x1d736 }, older: '' },
  'double-struck': { starts: { A: 0x1d538, a: 0x1d552, '0': 0x1d7d8 }, older: 'CℂHℍNℕPℙQℚRℝZℤ' },
  script: { starts: { A: 0x1d49c, a: 0x1d4b6 }, older: 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ' },
  fraktur: { starts: { A: 0x1d504, a: 0x1d51e }, older: 'CℭHℌIℑRℜZℨ' },
  'sans-serif': { starts: { A: 0x1d5a0, a: 0x1d5ba, '0': 0x1d7e2 }, older: '' },
  monospace: { starts: { A: 0x1d670, a: 0x1d68a, '0': 0x1d7f6 }, older: '' },
};
const ranges = { A: /[A-Z]/, a: /[a-z]/, '0': /\d/, Α: /[Α-ΡΣ-Ω]/, α: /[α-ω]/ };

/** Maps letters to Unicode's mathematical alphabets, since MathML Core has dropped `mathvariant` but for `normal`. */
export function styleLetters(text: string, variant: string): string {
  const alphabet = alphabets[variant];
  if (!alphabet) return text;
  return text.replace(/[A-Za-z\dΑ-ΡΣ-Ωα-ω]/g, (letter) => {
    const older = alphabet.older.indexOf(letter);
    if (older !== -1) return alphabet.older[older + 1] ?? letter;
    for (const [first, range] of Object.entries(ranges) as [keyof typeof ranges, RegExp][]) {
      const start = alphabet.starts[first];
      if (start !== undefined && range.test(letter))
        return String.fromCodePoint(start + letter.charCodeAt(0) - first.charCodeAt(0));
    }
    return letter;
  });
}
