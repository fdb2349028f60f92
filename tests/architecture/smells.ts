import type { SourceFile } from './files'
import { withoutComments } from './files'

/**
 * A text no file of ours may hold. `planted` must be caught and `sound` must pass: a check that cannot fail is a defect.
 */
type Smell = { name: string; where: RegExp; except?: RegExp; pattern: RegExp; planted: string; sound: string }

const source = /^src\/.*\.tsx?$/
const code = /^(src|scripts|bench|prisma|tests)\/.*\.(tsx?|mjs)$/
const checks = /^tests\/architecture/

export const smells: Smell[] = [
  {
    name: 'unsafe raw SQL: values are always parameters',
    where: code,
    except: checks,
    pattern: /(query|execute)RawUnsafe/,
    planted: 'db.$queryRawUnsafe(`SELECT ${id}`)',
    sound: 'db.$queryRaw`SELECT ${id}`',
  },
  {
    name: 'Prisma.raw: only names of tables and columns, and only where rows are written in bulk or pointed elsewhere',
    where: code,
    except: /^tests\/architecture|^src\/platform\/(bulk|references)\.ts$/,
    pattern: /Prisma\.raw\(/,
    planted: 'db.$queryRaw`SELECT * FROM actor ORDER BY ${Prisma.raw(order)}`',
    sound: 'db.$queryRaw`SELECT * FROM actor ORDER BY ${order === 1 ? byLabel : byDate}`',
  },
  {
    name: 'z.coerce.number reads a blank as 0',
    where: code,
    except: checks,
    pattern: /\.coerce\s*\.number/,
    planted: 'latitude: z.coerce.number()',
    sound: 'latitude: numeric // not z.coerce.number()',
  },
  {
    name: 'Object.fromEntries(form) loses repeated fields',
    where: source,
    pattern: /Object\.fromEntries\(\s*(\w+\.)?(form|data|formData|body)\b(\.entries\(\))?\s*\)/i,
    planted: 'const input = Object.fromEntries(formData.entries())',
    sound: 'const input = fieldsOf(form)',
  },
  {
    name: 'useActionState loses what was typed after a new build or a time-out: useFormAction(action, id of the form)',
    where: source,
    except: /^src\/ui\/form\/use-form-action[.]client[.]ts$/,
    pattern: /\buseActionState\(/,
    planted: 'const [state, send] = useActionState(saveActor, unsent)',
    sound: "const [state, send] = useFormAction(saveActor, 'actor-form')",
  },
  {
    name: 'HTML as a string',
    where: source,
    pattern:
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|(bindPopup|bindTooltip|setContent)\(\s*['"`]|html:\s*['"`]</,
    planted: 'marker.bindPopup(`<b>${name}</b>`)',
    sound: 'marker.bindPopup(popupOf(actor))',
  },
  {
    name: 'inline style, which the content policy blocks',
    where: source,
    pattern: /\sstyle=[{"']|setAttribute\(\s*['"]style['"]/,
    planted: '<div style={{ width }} />',
    sound: '<rect width={width} className="fill-accent" />',
  },
  {
    name: 'a colour outside globals.css',
    where: /^src\/.*\.(tsx?|css)$/,
    // A mail, a picture and a paper carry their look with them.
    except:
      /^src\/(app\/globals\.css|platform\/mail-layout\.ts|modules\/map\/picture\.svg\/look\.ts|modules\/papers\/paper-look\.schema\.ts)$/,
    pattern:
      /(?<!^\s*|[\w&.=/"'-])#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})\b(?!\()|(?<!href=|to=)["'`]#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})["'`]|\b(rgba?|hsla?|oklch)\(\s*\d/i,
    planted: "const ink = '#1a2b3c'",
    sound: '<a href="#face">{t(\'skip\')}</a>',
  },
  {
    name: 'Math.random in a component differs between server and browser',
    where: /\.tsx$/,
    pattern: /Math\.random\(/,
    planted: 'const id = Math.random()',
    sound: 'const id = useId()',
  },
  {
    name: 'an import that climbs: import by @/ path',
    where: source,
    // Messages and test helpers stand beside src, where no alias leads.
    except: /^src\/i18n\/|[.]test[.]tsx?$/,
    pattern: /(from|import)\s*\(?\s*['"]\.\.\//,
    planted: "import { bbox } from '../../core/bbox'",
    sound: "import { bbox } from '@/core/bbox'",
  },
  {
    name: 'the host of a package registry: the next machine may use another one',
    where: /./,
    except: checks,
    pattern: /\/\/(registry\.|[\w.-]*(verdaccio|artifactory|npmmirror|nexus)[\w.-]*[:/])/i,
    planted: "const packages = 'https://registry.example.org/next'",
    sound: "const source = 'https://www.geonames.org'",
  },
  {
    name: "a path of one person's machine",
    where: /./,
    except: checks,
    pattern: /(^|["'`\s(=:])\/(work|root|home\/\w+|Users\/\w+)\//m,
    planted: `const data = '${['', 'home', 'ada', 'atlas'].join('/')}'`,
    sound: "const data = '/var/lib/atlas'",
  },
]

/** The lines of `file` on which the smell is, as `path:line`. */
export function findSmell(smell: Smell, file: SourceFile): string[] {
  if (!smell.where.test(file.path) || smell.except?.test(file.path)) return []
  const lines = (/\.(tsx?|mjs)$/.test(file.path) ? withoutComments(file.text) : file.text).split('\n')
  return lines.flatMap((line, index) => (smell.pattern.test(line) ? [`${file.path}:${index + 1}`] : []))
}
