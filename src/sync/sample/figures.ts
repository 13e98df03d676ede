/** A picture beside the sample reviews, which name it as a note does: `![What it shows](figures/name.svg "Caption")`. */
export interface SampleFigure {
  alt: string;
  svg: string;
}

const [blue, orange, green, grey, line] = ['#1c5d8c', '#c2571a', '#4b7f3a', '#66665f', '#dcdcd6'] as const;

/** An SVG of 800 units in width, drawn at twice as many pixels. */
const draw = (height: number, parts: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="${2 * height}" viewBox="0 0 800 ${height}"
  font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="15" text-anchor="middle" fill="#22272e">
<rect width="800" height="${height}" fill="#fff"/>
${parts.join('\n')}
</svg>
`;

const write = (x: number, y: number, text: string | number, more = '') =>
  `<text x="${x}" y="${y}" ${more}>${`${text}`.replace('-', '−')}</text>`;

/** The feature maps of an image of 1536 pixels by stage; their sides are drawn in proportion to the logarithm. */
function drawStages(): string {
  const middle = 130;
  const stages = [1, 4, 8, 16, 32, 64].map((stride, at) => {
    const pixels = 1536 / stride;
    return { at, stride, pixels, x: 90 + at * 124, side: 15 * Math.log2(pixels / 12) };
  });
  const parts = stages.flatMap(({ at, stride, pixels, x, side }) => {
    const color = { 0: grey, 5: orange }[at] ?? blue;
    const left = x - side / 2;
    const end = left - 8;
    const start = at === 0 ? end : x - 124 + (stages[at - 1]?.side ?? 0) / 2 + 8;
    return [
      `<rect x="${left}" y="${middle - side / 2}" width="${side}" height="${side}" rx="3" fill="${color}" fill-opacity="${0.2 + 0.13 * at}" stroke="${color}"/>`,
      at > 0 ? `<path d="M${start} ${middle}H${end}m-6-5 6 5-6 5" fill="none" stroke="${grey}"/>` : '',
      write(x, 40, at === 0 ? 'Image' : `Stage ${at}`, 'font-weight="bold"'),
      write(x, 224, `${pixels} × ${pixels}`),
      write(x, 247, at === 0 ? 'pixels' : `stride ${stride}`, `fill="${grey}" font-size="13"`),
    ];
  });
  return draw(300, [...parts, write(710, 278, '= 576 tokens', `fill="${orange}" font-weight="bold"`)]);
}

/** The loss of a pair, −log σ(Δ − γ), over the difference Δ of its rewards, for three margins γ. */
function drawMargins(): string {
  const toX = (difference: number) => 70 + ((difference + 3) / 8) * 690;
  const toY = (loss: number) => 335 - loss * 60;
  const grid = [0, 1, 2, 3, 4, 5].flatMap((loss) => [
    `<path d="M${toX(-3)} ${toY(loss)}H${toX(5)}" stroke="${loss === 0 ? grey : line}"/>`,
    write(52, toY(loss) + 5, loss, `fill="${grey}"`),
  ]);
  const ticks = [-3, -2, -1, 0, 1, 2, 3, 4, 5].map((difference) =>
    write(toX(difference), 360, difference, `fill="${grey}"`),
  );
  const curves = [blue, orange, green].flatMap((color, margin) => {
    const points = Array.from({ length: 81 }, (_, step) => step / 10 - 3).map(
      (difference) =>
        `${toX(difference).toFixed(1)},${toY(Math.log1p(Math.exp(margin - difference))).toFixed(1)}`,
    );
    const y = 70 + margin * 28;
    return [
      `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="3"/>`,
      `<path d="M620 ${y - 5}h36" stroke="${color}" stroke-width="3"/>${write(692, y, `γ = ${margin}`)}`,
    ];
  });
  return draw(400, [
    ...grid,
    ...ticks,
    `<path d="M${toX(0)} ${toY(5)}V${toY(0)}" stroke="${grey}" stroke-dasharray="4 4"/>`,
    ...curves,
    write(415, 388, 'difference of the rewards, Δ'),
    write(0, 0, 'loss, −log σ(Δ − γ)', 'transform="translate(24 190) rotate(-90)"'),
  ]);
}

export const sampleFigures: Record<string, SampleFigure> = {
  'figures/convnext-stages.svg': {
    alt: 'An image of 1536 × 1536 pixels shrinks in five stages, by strides of 4 to 64, to 24 × 24 = 576 tokens.',
    svg: drawStages(),
  },
  'figures/simpo-margin.svg': {
    alt: 'The loss over the difference of the rewards, for margins of 0, 1 and 2: a margin moves the curve to the right.',
    svg: drawMargins(),
  },
};
