import { betweenness, graphOf, spread } from '@/core/graph'
import { communitiesOf } from '@/modules/network/ui/communities'
import { Layout } from '@/modules/network/ui/layout'
import type { WorkNews, WorkOrder, WorkTask } from '@/modules/network/ui/work-messages'

type Network = Extract<WorkOrder, { order: 'start' }>

// Up to so many nodes every shortest way is counted; above, the ways that begin at a sample.
const mostExact = 3000
const sample = 300
/** Milliseconds: how long arranging may take, how long it goes on without looking up, how often it tells. */
const [longest, stretch, pause] = [11_000, 40, 150]

let network: Network | null = null
let communities: Int32Array = new Int32Array()
let seed = 1
let run = 0

const tell = (news: WorkNews, transfer: Transferable[] = []) => self.postMessage(news, { transfer })

/** Lets orders in; false when another run, or none, is wanted since. */
async function goesOn(own: number): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve))
  return own === run
}

async function arrange({ count, ...links }: Network, own: number): Promise<boolean> {
  const layout = new Layout(count, links, communities, seed)
  const start = performance.now()
  // A large picture takes long to draw: it follows more rarely.
  const rarely = Math.max(pause, count / 12)
  let [lookedUp, told] = [start, start]
  const send = (isLast: boolean) => {
    const positions = layout.positions()
    tell({ news: 'positions', positions, isLast }, [positions.buffer])
  }
  for (let step = 1; step <= layout.enough; step += 1) {
    layout.step()
    const now = performance.now()
    if (now - start > longest) break
    if (now - lookedUp < stretch) continue
    const done = Math.max(step / layout.enough, (now - start) / longest)
    tell({ news: 'progress', task: 'layout', done })
    if (now - told > rarely) {
      send(false)
      told = now
    }
    const isWanted = await goesOn(own)
    if (!isWanted) {
      send(true)
      return false
    }
    lookedUp = performance.now()
  }
  send(true)
  return goesOn(own)
}

async function measure({ count, from, to }: Network, own: number): Promise<boolean> {
  const sources = spread(count, count > mostExact ? sample : count)
  const steps = betweenness(graphOf(count, from, to), sources)
  let lookedUp = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) {
      tell({ news: 'betweenness', betweenness: step.value, sources: sources.length })
      return true
    }
    if (performance.now() - lookedUp < stretch) continue
    tell({ news: 'progress', task: 'betweenness', done: step.value / sources.length })
    if (!(await goesOn(own))) return false
    lookedUp = performance.now()
  }
}

const begin = (task: WorkTask) => tell({ news: 'progress', task, done: 0 })

async function work(given: Network, tasks: readonly WorkTask[]): Promise<void> {
  run += 1
  const own = run
  for (const task of tasks) {
    begin(task)
    if (!(await goesOn(own))) return tell({ news: 'finished', wasStopped: true })
    if (task === 'communities') {
      communities = communitiesOf(given.count, given)
      tell({ news: 'communities', communities })
    } else if (!(await (task === 'layout' ? arrange(given, own) : measure(given, own)))) {
      return tell({ news: 'finished', wasStopped: true })
    }
  }
  tell({ news: 'finished', wasStopped: false })
}

self.onmessage = ({ data }: MessageEvent<WorkOrder>) => {
  if (data.order === 'stop') {
    run += 1
    return
  }
  if (data.order === 'start') network = data
  else seed += 1
  if (network === null) return
  void work(network, [...(communities.length === 0 ? (['communities'] as const) : []), 'layout', 'betweenness'])
}
