// Which database this installation works on, what it must be able to do, and who may do what in it.
import pg from 'pg'
import { migrationFiles } from './migrate.mjs'
import { startPostgres } from './postgres.mjs'
import { Refusal } from './steps.mjs'

const MINIMUM = 15
const quote = (name) => `"${name.replaceAll('"', '""')}"`

/**
 * Opens one connection for `work`; a server that does not answer is named after the variable that points to it.
 * @template Result
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withClient(url, work, name = 'DATABASE_URL') {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new Refusal(`${name}: ${connectionFault(url, error)}`)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function connectionFault(url, error) {
  if (!URL.canParse(url)) return 'this is no address of the form postgresql://user:password@host:5432/database.'
  const { host, username, pathname } = new URL(url)
  const database = decodeURIComponent(pathname.slice(1))
  if (error.code === '3D000')
    return `${host} has no database "${database}". Make it: CREATE DATABASE ${quote(database)}`
  if (error.code === '28P01' || error.code === '28000')
    return `${host} refuses user "${username}" (${error.message}). Check name, password and pg_hba.conf.`
  return `no PostgreSQL can be used at ${host}: ${error.message || error.code}.`
}

/**
 * The embedded database in `folder`, started or joined, with the two roles of docs/operations.md; `isFresh` throws
 * away what it held.
 * @param {string} folder
 * @param {{ isFresh?: boolean }} [options]
 * @returns {Promise<{ url: string, ownerUrl: string, stop: () => Promise<void> }>}
 */
export async function openEmbedded(folder, { isFresh = false } = {}) {
  const { port, password, stop } = await startPostgres(folder)
  const address = (user, database) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
  await withClient(address('atlas_owner', 'postgres'), async (client) => {
    const found = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'atlas_app'`)
    if (!found.rowCount) await client.query(`CREATE ROLE atlas_app LOGIN PASSWORD ${client.escapeLiteral(password)}`)
    if (isFresh) await client.query('DROP DATABASE IF EXISTS atlas WITH (FORCE)')
    const database = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'atlas'`)
    if (!database.rowCount) await client.query('CREATE DATABASE atlas')
  })
  return { url: address('atlas_app', 'atlas'), ownerUrl: address('atlas_owner', 'atlas'), stop }
}

/** Refuses, by name, what a server of the operator's own lacks. Changes nothing. */
export async function checkExternal(ownerUrl, url) {
  const name = ownerUrl === url ? 'DATABASE_URL' : 'DATABASE_OWNER_URL'
  await withClient(ownerUrl, (client) => checkServer(client, name), name)
  const [owner, app] = [await whoIs(ownerUrl, name), await whoIs(url, 'DATABASE_URL')]
  if (owner.database !== app.database)
    throw new Refusal(`DATABASE_OWNER_URL is database "${owner.database}", DATABASE_URL is "${app.database}".`)
}

/** Role and database behind an address. */
const whoIs = (url, name) =>
  withClient(
    url,
    async (client) => (await client.query('SELECT current_user AS role, current_database() AS database')).rows[0],
    name,
  )

async function checkServer(client, name) {
  const { rows } = await client.query(`
    SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding,
      current_database() AS database, current_user AS "user",
      has_schema_privilege('public', 'CREATE') AS may_create_tables,
      has_database_privilege(current_database(), 'CREATE') AS may_create_schemas,
      to_regnamespace('pgboss') IS NOT NULL AS has_jobs,
      (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS is_superuser,
      to_regclass('public._prisma_migrations') IS NOT NULL AS is_ours,
      ARRAY(SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1 LIMIT 5) AS tables`)
  const [server] = rows
  const refuse = (text) => {
    throw new Refusal(`${name}: ${text}`)
  }
  if (server.version < MINIMUM) refuse(`PostgreSQL ${server.version} is too old; ${MINIMUM} or newer is needed.`)
  if (server.encoding !== 'UTF8') refuse(`database "${server.database}" is in ${server.encoding}; UTF8 is needed.`)
  if (!server.is_ours && server.tables.length)
    refuse(
      `database "${server.database}" holds tables of something else (${server.tables.join(', ')}); use an own one.`,
    )
  if (!server.may_create_tables && !server.is_ours)
    refuse(`user "${server.user}" may not create tables: GRANT CREATE ON SCHEMA public TO ${quote(server.user)}`)
  if (!server.may_create_schemas && !server.has_jobs)
    refuse(
      `user "${server.user}" may not create the schema of the jobs: GRANT CREATE ON DATABASE ${quote(server.database)} TO ${quote(server.user)}`,
    )
  for (const extension of neededExtensions()) {
    const fault = await extensionFault(client, extension, server)
    if (fault) refuse(fault)
  }
}

const neededExtensions = () =>
  migrationFiles().flatMap(({ sql }) => [...sql.matchAll(/CREATE EXTENSION IF NOT EXISTS "?(\w+)/g)].map((m) => m[1]))

async function extensionFault(client, extension, server) {
  const { rows } = await client.query(
    `SELECT installed_version IS NOT NULL AS installed,
       (SELECT bool_or(trusted) FROM pg_available_extension_versions v WHERE v.name = e.name) AS trusted
     FROM pg_available_extensions e WHERE name = $1`,
    [extension],
  )
  const [found] = rows
  if (!found) return `the server lacks the extension ${extension} (Debian: package postgresql-contrib).`
  if (found.installed || server.is_superuser || (found.trusted && server.may_create_schemas)) return undefined
  return `user "${server.user}" may not install the extension ${extension}. As a superuser: CREATE EXTENSION ${extension}`
}

/**
 * Gives the app's role what it needs and no more: rows, not structure; the audit log only grows.
 * @returns {Promise<boolean>} false when owner and app are one role and nothing can be held apart
 */
export async function grantApp(ownerUrl, url) {
  const [owner, app] = [await whoIs(ownerUrl, 'DATABASE_OWNER_URL'), await whoIs(url, 'DATABASE_URL')]
  if (owner.role === app.role) return false
  const role = quote(app.role)
  await withClient(ownerUrl, (client) =>
    client.query(`
      BEGIN;
      SELECT pg_advisory_xact_lock(hashtext('atlas grants'));
      GRANT USAGE ON SCHEMA public TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role};
      REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM ${role};
      REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${role};
      GRANT USAGE ON SCHEMA pgboss TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA pgboss TO ${role};
      COMMIT;`),
  )
  return true
}
