import { chromium } from '@playwright/test'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findBrowser } from './browser.mjs'
import { openEmbedded, withClient } from './database.mjs'
const base='http://localhost:3208'
const db = await openEmbedded('.data-test/e2e/postgres')
const token = randomBytes(16).toString('base64url'), token2=randomBytes(16).toString('base64url'), tok3=randomBytes(16).toString('base64url')
const h = t => createHash('sha256').update(t).digest('base64url')
let actor, pid, rid
await withClient(db.ownerUrl, async c => {
  actor = (await c.query(`select a.id, a.slug, a.territory_id from actor a join territory t on t.id=a.territory_id where t.slug='reggio-emilia' and a.kind='enterprise' and a.status='published' and a.visibility='public' order by a.slug limit 1`)).rows[0]
  pid = randomUUID(); rid=randomUUID()
  await c.query(`delete from person where actor_id=$1`,[actor.id])
  const ins = (id,name,email,extra) => c.query(`insert into person (id,actor_id,name,role,email,phone,legal_basis,publication_basis,notice_sent_on,retain_until,source,locale,objected_at) values ($1,$2,$3,$4,$5,$6,'legitimate_interests',$7,$8,'2028-11-24','biglietto da visita dato alla fiera del 12 maggio 2026','it',$9)`,[id,actor.id,name,JSON.stringify({original:'it',texts:{it:{value:'Responsabile export',machine:false}}}),email,'+39 0522 123456',extra.pub??null,extra.sent??null,extra.obj??null])
  await ins(pid,'Giulia Bertolini Ferrari','giulia.b@example.eu',{pub:'consent',sent:'2026-11-20'})
  await ins(randomUUID(),'Marco Neri','marco@example.eu',{})
  await ins(randomUUID(),'Anna Waiting','anna@example.eu',{pub:'public_function'})
  await ins(randomUUID(),'Obi Jected','obi@example.eu',{pub:'consent',sent:'2026-11-01',obj:'2026-11-10'})
  await c.query(`insert into audit_entry (action, record_id, territory_id, fields) values ('create-person',$1,$2,'{name}'),('correct-person',$1,$2,'{name}')`,[pid,actor.territory_id])
  await c.query(`insert into data_request (id,kind,territory_id,name,email,locale,message,state,due_on,confirmed_at) values ($1,'erasure',$2,'Giulia Bertolini Ferrari','giulia.b@example.eu','it','Vorrei sapere che cosa conservate di me e farlo cancellare.','open','2026-12-20',now())`,[rid,actor.territory_id])
  await c.query(`insert into data_request (id,kind,territory_id,name,email,locale,message,state,due_on,confirmed_at) values ($1,'access',$2,'Bo Late','bo@example.eu','it','x','open','2026-11-01',now())`,[randomUUID(),actor.territory_id])
  const tok = (t,purpose,subject,email)=>c.query(`insert into mailed_token (id,hash,purpose,subject,email,locale,expires_at) values ($1,$2,$3,$4,$5,'it',now()+interval '1 day')`,[randomUUID(),h(t),purpose,JSON.stringify(subject),email])
  await tok(token,'privacy.own',{},'giulia.b@example.eu')
  await tok(token2,'persons.relay',{personId:pid,name:'Bo Ek',message:'Buongiorno,\n\nconosce un distributore a Gävle?'},'bo@example.eu')
  const ur=randomUUID()
  await c.query(`insert into data_request (id,kind,name,email,locale,message,state,due_on) values ($1,'access','Zoe','zoe@example.eu','it','Che cosa conservate?','unconfirmed','2026-12-20')`,[ur])
  await tok(tok3,'privacy.request',{requestId:ur},'zoe@example.eu')
})
await db.stop()
const accounts = JSON.parse(readFileSync('.data-test/e2e/demo-accounts.json','utf8'))
const { path, arguments: args, env } = await findBrowser()
const browser = await chromium.launch({ executablePath: path, args, env: { ...process.env, ...env } })
const l = process.argv[2] ?? 'en'
const only = process.argv[3]
for (const [w,hgt,scheme] of [[1280,860,'light'],[390,844,'dark']]) {
  const visit = async (who, pages) => {
    const ctx = await browser.newContext({ viewport:{width:w,height:hgt}, colorScheme:scheme, reducedMotion:'reduce' })
    const page = await ctx.newPage()
    if (who) { const a = accounts.find(x=>x.role===who && (who==='admin'||x.territory==='reggio-emilia')); await page.goto(`${base}/${l}/sign-in`); await page.fill('#email',a.email); await page.fill('#password',a.password); await page.press('#password','Enter'); await page.waitForURL(u=>!u.pathname.includes('sign-in')) }
    for (const [name,p,act] of pages) { if (only && !name.includes(only)) continue; await page.goto(`${base}/${l}${p}`,{waitUntil:'networkidle'}); if (act) await act(page); await page.screenshot({ path:`/tmp/persons-shots/${name}-${w}-${l}.png`, fullPage:true }) }
    await ctx.close()
  }
  const open = p => p.evaluate(()=>document.querySelectorAll('main details').forEach(d=>d.open=true))
  await visit(null,[['privacy','/privacy'],['own',`/privacy/own/${token}`,open],['gone','/privacy/own/none'],['actor',`/actors/${actor.slug}`],['write',`/actors/${actor.slug}/write`,async p=>{await p.click('main form button[type=submit]'); await p.waitForTimeout(1500)}],['message',`/message/${token2}`],['req',`/privacy/request/${tok3}`]])
  await visit('coordinator',[['person-new',`/desk/actors/${actor.id}/persons/new`],['person',`/desk/actors/${actor.id}/persons/${pid}`,open],['desk-actor',`/desk/actors/${actor.id}`],['queue','/desk/privacy'],['request',`/desk/privacy/${rid}`,open]])
  await visit('admin',[['retention','/admin/retention',async p=>{await p.click('button[value=dry]'); await p.waitForSelector('main [role=status]')}]])
}
await browser.close()
