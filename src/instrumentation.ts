import type { Instrumentation } from 'next'

/** Next calls this for every fault on a page, an action or a route of its own; the visitor sees only the digest. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ log, loggedPath }, { isUnreadableCall, refuseCall }] = await Promise.all([
    import('@/platform/log'),
    import('@/platform/reply'),
  ])
  if (context.routeType === 'action' && isUnreadableCall(error)) return refuseCall()
  const id = request.headers['x-request-id']
  log.error(
    { err: error, request: id, path: loggedPath(request.path.split('?', 1)[0] ?? ''), kind: context.routeType },
    'page failed',
  )
}
