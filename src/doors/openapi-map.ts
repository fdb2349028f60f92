// What the map reads, described for programs: aggregates, not records, so they lie beside version 1 of the records.
import { z } from 'zod'
import { flowParams, flowSchema } from '@/modules/map/flow.schema'
import { regionParams } from '@/modules/map/region.schema'
import { type Json, json, lang, problems, schemaOf } from './openapi-parts'

const asked = (params: z.ZodObject<Record<string, z.ZodType>>): Json[] =>
  Object.entries(params.shape).map(([name, schema]) => ({ name, in: 'query', schema: schemaOf(schema, 'input') }))

const collection = (properties: Json, feature: Json): Json => ({
  type: 'object',
  properties: {
    type: { const: 'FeatureCollection' },
    properties: { type: 'object', properties },
    features: { type: 'array', items: feature },
  },
})
const whole = { type: 'integer' }

const door = (operationId: string, summary: string, description: string, parameters: Json[], schema: Json): Json => ({
  get: {
    ...{ tags: ['map'], operationId, summary, parameters, servers: [{ url: '/api' }] },
    responses: { 200: { description, ...json(schema) }, ...problems(400) },
  },
})

const selections: Json[] = [
  { name: 'actor', in: 'query', description: 'The lines of this actor instead.', schema: { type: 'string' } },
  { name: 'relation', in: 'query', description: 'The lines of this relation instead.', schema: { type: 'string' } },
]

/** The doors of the map with the filters of the lists. `bbox` is the part in view; it takes no record away. */
export const mapPaths = (filters: Json[]): Record<string, Json> => ({
  '/map/relations': door(
    'findFlows',
    'Flows between countries, regions or cities',
    'GeoJSON, the strongest first. `count` is the total of `/api/v1/relations` under the same filters and the flow’s `between`. A relation of many parties ties its holder, if a party, else its first party with a point, to each other party. `total` flows have an end in the box; `untied` relations tie no two places of this level. Without `level` the zoom decides: countries below 5, NUTS 2 regions below 8, then cities.',
    [...filters, lang, ...asked(flowParams), ...selections],
    collection(
      { level: schemaOf(flowParams.shape.level, 'output'), total: whole, untied: whole },
      { type: 'object', properties: { properties: schemaOf(flowSchema, 'output') } },
    ),
  ),
  '/map/regions': door(
    'findRegions',
    'Relations or actors by country or NUTS region',
    'GeoJSON, the greatest value first, with the natural breaks of all values in `classes`. `count` is the total of the list under the same filters and the region’s `region`. `base=area` divides by 1,000 km², `base=actors` relations by 100 actors of the register (`value` is null with fewer than 5). `unplaced` records have no known region of this level. Without `level` the zoom decides: countries below 4, NUTS 2 below 6.5, then NUTS 3.',
    [...filters, lang, ...asked(regionParams)],
    collection(
      { level: schemaOf(regionParams.shape.level, 'output'), total: whole, unplaced: whole },
      {
        type: 'object',
        properties: {
          properties: {
            type: 'object',
            properties: {
              code: { type: 'string' },
              name: { type: 'string' },
              country: { type: 'string' },
              count: whole,
              value: { type: ['number', 'null'] },
              step: { type: ['integer', 'null'], description: 'Its class, from 0.' },
            },
          },
        },
      },
    ),
  ),
})
