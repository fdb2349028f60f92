import { type ActorKind, actorKinds, type RelationGroup, type RelationState } from '@/modules/taxonomy/taxonomy.schema'

// A picture carries its look with it: the colours of the light theme, equal to globals.css (a test compares them).
export const colors = {
  paper: '#fbfaf6',
  sheet: '#ffffff',
  ink: '#16201f',
  'ink-2': '#47524f',
  mark: '#ffc533',
  'map-land': '#efede4',
  'map-water': '#d3dfe2',
  'map-coast': '#a9b7b9',
  'map-border': '#b3ae9e',
  'rule-strong': '#7f7c72',
  'area-1': '#cfe3e2',
  'area-2': '#9ac4c6',
  'area-3': '#5f9fa5',
  'area-4': '#2f7580',
  'area-5': '#0c4a5a',
  'kind-enterprise': '#cf2a0b',
  'kind-public-authority': '#2a6ce2',
  'kind-university': '#0d743c',
  'kind-research-centre': '#144f50',
  'kind-association': '#573404',
  'kind-cultural-actor': '#8f1f97',
  'kind-other': '#737a7f',
} as const

export const kindColor: Record<ActorKind, string> = {
  enterprise: colors['kind-enterprise'],
  public_authority: colors['kind-public-authority'],
  university: colors['kind-university'],
  research_centre: colors['kind-research-centre'],
  association: colors['kind-association'],
  cultural_actor: colors['kind-cultural-actor'],
  other: colors['kind-other'],
}

/** Fills of the classes of areas, from the lowest. */
export const areaColors = [
  colors['area-1'],
  colors['area-2'],
  colors['area-3'],
  colors['area-4'],
  colors['area-5'],
] as const

export const groupColor: Record<RelationGroup, string> = {
  institutional: kindColor.public_authority,
  knowledge: kindColor.university,
  economic: kindColor.enterprise,
  cultural: kindColor.cultural_actor,
  other: kindColor.other,
}

// Colour never speaks alone: each group ends in a shape of its own.
const corners: Record<RelationGroup, { count: number; turn: number } | null> = {
  institutional: null,
  knowledge: { count: 4, turn: Math.PI / 4 },
  economic: { count: 3, turn: -Math.PI / 2 },
  cultural: { count: 4, turn: 0 },
  other: { count: 6, turn: 0 },
}

/** The end of a line around a point, as an SVG element without its colours. */
export function endShape(group: RelationGroup, x: number, y: number, radius: number): string {
  const shape = corners[group]
  if (shape === null) return `<circle cx="${x}" cy="${y}" r="${radius}"`
  const points = Array.from({ length: shape.count }, (_, index) => {
    const angle = shape.turn + (index / shape.count) * 2 * Math.PI
    const far = radius * 1.25
    return `${(x + far * Math.cos(angle)).toFixed(1)},${(y + far * Math.sin(angle)).toFixed(1)}`
  })
  return `<polygon points="${points.join(' ')}" stroke-linejoin="round"`
}

/** About how wide a text of the sans letters is. */
export const widthOf = (text: string, size: number): number => text.length * size * 0.55

/** An element as a line of its group and state: solid active, hollow dormant, dashed planned (LOOK §1). */
export function strokes(
  shape: string,
  { group, state, width }: { group: RelationGroup; state: RelationState; width: number },
): string {
  const isHollow = state === 'dormant' || state === 'suspended' || state === 'ended'
  const wide = width + (isHollow ? 2 : 0)
  const dash = state === 'planned' ? ` stroke-dasharray="${3 + 2 * wide} ${2 + wide}"` : ''
  const draw = (color: string, stroke: number, more = '') =>
    `${shape} fill="none" stroke="${color}" stroke-width="${stroke.toFixed(1)}"${more}/>`
  return [
    draw(colors['map-land'], wide + 2.5),
    draw(groupColor[group], wide, dash),
    isHollow ? draw(colors['map-land'], Math.max(1.4, wide - 2.4)) : '',
  ].join('')
}

const numberOf = (kind: ActorKind) => actorKinds.indexOf(kind) + 1

/** A number beside the colour, the same as in the legend. */
export const disc = (kind: ActorKind, x: number, y: number, radius: number) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${kindColor[kind]}" stroke="${colors.sheet}"/><text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11" font-weight="600" fill="${colors.sheet}">${numberOf(kind)}</text>`
