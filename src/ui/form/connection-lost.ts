/**
 * Did a request not even leave, or its answer not arrive? Browsers say it by a TypeError (Fetch standard) whose words are
 * their own: Chrome, Firefox, Safari.
 */
export const isConnectionLost = (error: unknown): boolean =>
  error instanceof TypeError && (!navigator.onLine || /fetch|network|load failed/i.test(error.message))
