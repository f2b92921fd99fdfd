// Works through a list with a few hands.

export async function atOnce<T>(hands: number, items: readonly T[], work: (item: T) => Promise<void>) {
  const rest = items.values()
  const takeNext = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(hands, items.length) }, takeNext))
}
