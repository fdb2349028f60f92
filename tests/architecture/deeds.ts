import ts from 'typescript'
import type { SourceFile } from './files'

type NamedFunction = { name: string; body: string; lines: number; exported: boolean }

/** Commands that ask no policy, each with its reason: `room/file.commands.ts#name`. */
const commandsWithoutPolicy: Record<string, string> = {
  'relations/relation-transfer.commands.ts#openTransfers': 'What follows from a save that asked already.',
  'accounts/session.commands.ts#openSession': 'Called with a proof in hand: the proof is the right.',
  'accounts/session.commands.ts#isKnownDevice': 'Asked of a browser before anybody is known.',
  'accounts/session.commands.ts#isUsable': 'A fact of the account, asked before anybody is known.',
  'accounts/user.commands.ts#keepAnAdmin': 'A condition inside deeds that asked already.',
  'accounts/invitation.commands.ts#acceptInvitation': 'Whoever holds the link is nobody yet: the link is the right.',
  'accounts/invitation.commands.ts#renewInvitation': 'Goes to the address the old link went to, and nowhere else.',
  'accounts/session.commands.ts#endSessionsOf': 'The second half of deeds that asked already.',
  'accounts/password.commands.ts#keepPassword': 'The second half of deeds that asked already.',
  'accounts/link.commands.ts#askLink': 'Whoever asks is nobody yet: the answer goes to the address alone.',
  'accounts/link.commands.ts#renewLink': 'Goes to the address the old link went to, and nowhere else.',
  'accounts/link.commands.ts#signInByLink': 'Whoever holds the link is nobody yet: the link is the right.',
  'accounts/account.commands.ts#signIn': 'Whoever signs in is nobody yet: the password is the right.',
  'accounts/second-factor.commands.ts#countCode': 'Part of deeds that ask; at sign-in the first factor is the right.',
  'accounts/second-step.commands.ts#passSealedStep': 'As `passSecondStep`.',
  'accounts/second-step.commands.ts#passSecondStep': 'Whoever is half way in is nobody yet: the code is the right.',
  'accounts/second-factor.commands.ts#spendCode': 'Part of deeds that ask; at sign-in the code is the right.',
  'accounts/account.commands.ts#signInByService':
    'Whoever signs in is nobody yet: the word of the service is the right.',
  'accounts/api-key.commands.ts#admitApiKey': 'Whoever sends a key is nobody yet: the key is the right.',
  'accounts/password.commands.ts#choosePassword': 'Whoever holds the link is nobody yet: the link is the right.',
  'curation/suggestion.commands.ts#confirmSuggestion': 'The sender has no account: the mailed link is the right.',
  'curation/suggestion.commands.ts#renewSuggestionLink':
    'The new link goes to the address of the old one, and nowhere else.',
  'curation/verification.commands.ts#confirmByLink': 'The holder has no account: the mailed link is the right.',
  'curation/verification.commands.ts#renewVerificationLink':
    'The new link goes to the address of the old one, and nowhere else.',
  'desk/notice.commands.ts#stopDigest': 'A mail program has no session: the link is the right.',
  'groups/group.commands.ts#requireWorking': 'Part of deeds that ask: an archived group does nothing.',
  'groups/feed.commands.ts#readFeed': 'The secret address is the right; the query refuses any other.',
  'groups/group.commands.ts#writeGroupDeed': 'Part of deeds that ask: writes the log.',
  'rounds/entry.commands.ts#renewEntry': 'Goes to the address the old link went to, and nowhere else.',
  'rounds/assignment.commands.ts#writeCells': 'Part of deeds that ask.',
  'rounds/assignment.commands.ts#tellWithdrawn': 'Part of deeds that ask.',
  'rounds/kept-round.commands.ts#takeOpen': 'Part of deeds that ask.',
  'rounds/round.commands.ts#markReminded': 'Part of deeds that ask.',
  'persons/relay.commands.ts#writeToPerson': 'Any visitor may write to whom everybody sees; the query asks whom.',
  'persons/relay.commands.ts#openMessage': 'Whoever holds the link wrote the message: the link is the right.',
  'persons/relay.commands.ts#passOnMessage': 'Whoever holds the link wrote the message: the link is the right.',
  'files/file.commands.ts#keepDeed': 'Part of deeds that ask: writes the log.',
  'files/file.commands.ts#nextPosition': 'Part of deeds that ask.',
  'files/file.commands.ts#fileNotice': 'Words of a notice, without a deed.',
  'persons/person.commands.ts#dropNotices': 'Part of deeds that ask.',
  'persons/person.commands.ts#writeDeed': 'Part of deeds that ask: writes the log.',
  'persons/person.commands.ts#marksOf': 'Words of a person, without a deed.',
  'privacy/own-data.commands.ts#askForOwnPage': 'Anybody may ask; the link goes to the address, and nowhere else.',
  'privacy/own-data.commands.ts#renewOwnPage': 'The new link goes to the address of the old one, and nowhere else.',
  'privacy/own-data.commands.ts#openOwnPage': 'Whoever holds the link holds the mailbox: the link is the right.',
  'privacy/data-request.commands.ts#fileRequest': 'Anybody may file a request (5-permissions).',
  'privacy/data-request.commands.ts#openRequest': 'Whoever holds the link wrote the request: the link is the right.',
  'privacy/data-request.commands.ts#confirmRequest': 'Whoever holds the link wrote the request: the link is the right.',
  'privacy/returned.commands.ts#findReturned': 'Counts for the deed beside it, which asks.',
}

/** Actions that call no command, each with its reason: `room/file.actions.ts#name`. */
const actionsWithoutCommand: Record<string, string> = {}

const isExported = (node: ts.HasModifiers) =>
  node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false

function parse({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

function topLevelFunctions(tree: ts.SourceFile): NamedFunction[] {
  return tree.statements.flatMap((statement) => {
    const found = (name: string, body: ts.Node): NamedFunction => ({
      name,
      body: body.getText(),
      lines: body.getText().split('\n').length - 2,
      exported: ts.canHaveModifiers(statement) && isExported(statement),
    })
    if (ts.isFunctionDeclaration(statement) && statement.name && statement.body)
      return [found(statement.name.text, statement.body)]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer && (ts.isArrowFunction(initializer) || ts.isCallExpression(initializer))
        ? [found(name.getText(), initializer)]
        : [],
    )
  })
}

const exportedFunctions = (tree: ts.SourceFile) => topLevelFunctions(tree).filter(({ exported }) => exported)

function importedFrom(tree: ts.SourceFile, specifier: RegExp): string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !specifier.test(statement.moduleSpecifier.getText())) return []
    const bindings = statement.importClause?.namedBindings
    return bindings && ts.isNamedImports(bindings) ? bindings.elements.map((element) => element.name.text) : []
  })
}

const keyOf = (path: string, name: string) => `${path.replace('src/modules/', '')}#${name}`
const isLayer = (path: string, layer: string) =>
  new RegExp(`^src/modules/.*[.]${layer}([.]ts$|/)`).test(path) && !path.endsWith('.test.ts')

/** Names of functions that call requireThat, themselves or through a command or a neighbour that does. */
function asking(tree: ts.SourceFile): Set<string> {
  const asks = new Set(['requireThat', ...importedFrom(tree, /[.]commands(\/|['"])/)])
  const functions = topLevelFunctions(tree)
  for (let before = 0; before < asks.size;) {
    before = asks.size
    for (const { name, body } of functions)
      if ([...asks].some((asked) => new RegExp(`\\b${asked}\\(`).test(body))) asks.add(name)
  }
  return asks
}

/** Every deed first asks whether it may be done. */
export function commandFaults(file: SourceFile, excused: Record<string, string> = commandsWithoutPolicy): string[] {
  if (!isLayer(file.path, 'commands')) return []
  const tree = parse(file)
  const asks = asking(tree)
  return exportedFunctions(tree)
    .filter(({ name }) => !asks.has(name) && !(keyOf(file.path, name) in excused))
    .map(({ name }) => `${keyOf(file.path, name)} never calls requireThat`)
}

/** Every action is 'use server', short, and hands its form to a command. */
export function actionFaults(file: SourceFile, excused: Record<string, string> = actionsWithoutCommand): string[] {
  if (!isLayer(file.path, 'actions')) return []
  const tree = parse(file)
  const commands = importedFrom(tree, /[.]commands(\/|['"])/)
  const faults = /^(\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*['"]use server['"]/.test(file.text)
    ? []
    : [`${file.path} does not begin with 'use server'`]
  for (const { name, body, lines } of exportedFunctions(tree)) {
    const callsCommand = commands.some((command) => new RegExp(`\\b${command}\\b`).test(body))
    if (!callsCommand && !(keyOf(file.path, name) in excused)) faults.push(`${keyOf(file.path, name)} calls no command`)
    if (lines > 15)
      faults.push(`${keyOf(file.path, name)} is ${lines} lines long, more than 15: the rest belongs in a command`)
  }
  return faults
}

/** Excuses that no longer excuse anybody. */
export function staleExcuses(files: SourceFile[]): string[] {
  const names = new Set(
    files.flatMap((file) =>
      /[.](commands|actions)([.]ts$|\/)/.test(file.path)
        ? exportedFunctions(parse(file)).map(({ name }) => keyOf(file.path, name))
        : [],
    ),
  )
  return Object.keys({ ...commandsWithoutPolicy, ...actionsWithoutCommand }).filter((key) => !names.has(key))
}
