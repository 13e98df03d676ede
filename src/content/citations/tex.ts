const commands = new Set(
  [
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi pi varpi rho',
    'varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega',
    'aleph beth ell hbar imath jmath wp Re Im partial nabla infty forall exists nexists emptyset varnothing complement',
    'frac dfrac tfrac cfrac binom dbinom tbinom sqrt sum prod coprod int iint iiint oint bigcup bigcap bigvee bigwedge',
    'bigoplus bigotimes bigodot biguplus bigsqcup pm mp times div cdot cdotp ast star circ bullet oplus ominus otimes',
    'oslash odot dagger ddagger amalg cap cup uplus sqcap sqcup vee wedge lor land lnot neg setminus wr diamond triangle',
    'bigtriangleup bigtriangledown triangleleft triangleright square blacksquare Box Diamond le leq ge geq ll gg ne neq',
    'equiv sim simeq cong approx asymp doteq propto prec succ preceq succeq subset supset subseteq supseteq subsetneq',
    'supsetneq sqsubset sqsubseteq sqsupseteq in ni notin not mid nmid parallel perp vdash dashv models bowtie lesssim',
    'gtrsim leqslant geqslant coloneqq to gets leftarrow rightarrow leftrightarrow Leftarrow Rightarrow Leftrightarrow',
    'longleftarrow longrightarrow longleftrightarrow Longleftarrow Longrightarrow Longleftrightarrow mapsto longmapsto',
    'uparrow downarrow updownarrow Uparrow Downarrow Updownarrow nearrow searrow swarrow nwarrow hookrightarrow',
    'hookleftarrow rightharpoonup rightharpoondown leftharpoonup leftharpoondown rightleftharpoons rightsquigarrow leadsto',
    'iff implies impliedby xrightarrow xleftarrow left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr',
    'Biggl Biggr lvert rvert lVert rVert vert Vert langle rangle lfloor rfloor lceil rceil lbrace rbrace lbrack rbrack',
    'mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal boldsymbol bm operatorname text textrm',
    'textbf textit textsf texttt textnormal hat widehat check tilde widetilde acute grave dot ddot breve bar vec mathring',
    'overline underline overbrace underbrace overrightarrow overleftarrow overset underset stackrel substack prime',
    'backslash ldots cdots vdots ddots dots dotsc dotsb dotsm dotsi quad qquad log ln lg exp sin cos tan cot sec csc arcsin',
    'arccos arctan sinh cosh tanh coth lim liminf limsup max min sup inf arg det dim deg gcd hom ker Pr bmod pmod mod',
    'limits nolimits displaystyle textstyle scriptstyle phantom hphantom vphantom top bot angle measuredangle therefore',
    'because degree checkmark flat natural sharp clubsuit diamondsuit heartsuit spadesuit surd colon nobreakspace',
  ].flatMap((line) => line.split(' ')),
);

const controlSequence = /\\(?:([A-Za-z]+)(?![^\0-\x7F])|[,;:! |%&_#])/g;

/**
 * Whether a formula is harmless in others' TeX: only commands of mathematics, none that reads, writes or defines
 * (`\input`, `\write18`, `\def`, `\csname`, `\catcode`), no notation of a backslash (`^^5c`), no comment, and balanced
 * braces.
 */
export function isHarmlessFormula(formula: string): boolean {
  let isKnown = true;
  const rest = formula.replace(controlSequence, (_, name: string | undefined) => {
    isKnown &&= name === undefined || commands.has(name);
    return ' ';
  });
  if (!isKnown || /[\\%#&~]|\^\^|[\p{Cc}\p{Cf}]/u.test(rest)) return false;
  let depth = 0;
  for (const [brace] of rest.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
