const LISTS = [
  'channelClasses',
  'channels',
  'itemTypes',
  'acknowledgement',
  'classification',
  'handOvers',
  'routing',
  'stages',
  'papers',
  'remedies',
  'dissatisfaction',
  'overduePapers',
  'emergency',
  'externalBodies',
  'reports',
  'metrics',
  'workload',
  'confidentiality',
  'conduct',
  'training',
] as const;

const SINGLE = [
  'numbering',
  'acceptance',
  'window',
  'onTheSpot',
  'consent',
  'reply',
  'returnTolerance',
  'departmentObjection',
  'extension',
  'followUp',
  'actions',
  'recusal',
  'legal',
  'caseLibrary',
  'gaps',
  'archive',
  'effective',
  'changeControl',
] as const;

const NESTED = [
  ['recordCard', 'fields'],
  ['levels', 'triggers'],
  ['authority', 'rows'],
  ['validity', 'values'],
  ['responsibility', 'sanctions'],
] as const;

/** Every value of a regulation file that regulates something, as JSON pointers: some rule of the text has to claim it. */
export function regulatedPlaces(document: unknown): readonly string[] {
  return [
    ...LISTS.flatMap((list) => members(document, [list])),
    ...NESTED.flatMap((path) => members(document, path)),
    ...members(document, ['stages'])
      .map((stage) => [stage, valueAt(document, stage.slice(1).split('/'))] as const)
      .filter(([, stage]) => valueAt(stage, ['deadline']) !== undefined)
      .map(([stage]) => `${stage}/deadline`),
    ...SINGLE.filter((key) => valueAt(document, [key]) !== undefined).map((key) => `/${key}`),
  ];
}

function members(document: unknown, path: readonly string[]): readonly string[] {
  const list = valueAt(document, path);
  return Array.isArray(list) ? list.map((_, index) => `/${[...path, index.toString()].join('/')}`) : [];
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (Reflect.get(value, key) as unknown) : undefined),
    document,
  );
}
