import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import ts from 'typescript'
import { z } from 'zod'
import { app } from '@/doors/app'

const read = (path: string) => readFileSync(path, 'utf8')

/** Pages of people: `page /[locale]/desk`. */
const pages = () =>
  globSync('src/app/**/page.tsx').map((path) => `page ${path.replace(/^src\/app(.*)\/page[.]tsx$/, '$1')}`)

const exportedNames = (text: string): string[] =>
  ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement))
      return statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map(({ name }) => name.text)
        : []
    if (!ts.canHaveModifiers(statement)) return []
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : []
    return ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText())
      : []
  })

/** Verbs of Next's route handlers. */
const handlers = () =>
  globSync('src/app/**/route.ts').flatMap((path) =>
    exportedNames(read(path))
      .filter((name) => /^[A-Z]+$/.test(name))
      .map((verb) => `route ${verb} ${path.replace(/^src\/app(.*)\/route[.]ts$/, '$1')}`),
  )

/** Everything a browser can call by the id of an action, wherever it is written. */
export const actionsIn = (path: string, text: string): string[] =>
  /^\s*(\/[/*].*\n)*\s*['"]use server['"]/.test(text)
    ? exportedNames(text).map((name) => `action ${path.replace(/^src\/(modules\/)?|[.]tsx?$/g, '')}#${name}`)
    : []

const actions = () => globSync('src/**/*.{ts,tsx}').flatMap((path) => actionsIn(path, read(path)))

/** The doors for programs, as the router itself lists them. */
const programs = () =>
  app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `route ${method} ${path}`)

const words = z.record(z.string(), z.unknown())

/** What is mailed: each template has its words in the messages of its room. */
const mails = () =>
  globSync('messages/en/mail-*.json').flatMap((path) =>
    Object.keys(words.parse(JSON.parse(read(path)))).map(
      (name) => `mail ${basename(path, '.json').replace('mail-', '')}.${name}`,
    ),
  )

/** Every door of the product, by name. */
export const findDoors = (): string[] =>
  [...new Set([...pages(), ...handlers(), ...actions(), ...programs(), ...mails()])].sort()
