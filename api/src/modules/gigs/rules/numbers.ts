interface Visits {
  readonly date: string;
  readonly views: number;
  readonly clicks: number;
}

interface Sales {
  readonly date: string;
  readonly orders: number;
  readonly amountMinor: number;
  readonly currency: string;
}

/** What was visited and sold, put together by date, added up over all dates and by currency. */
export function addedUp(visits: readonly Visits[], sales: readonly Sales[]) {
  const dates = [...new Set([...visits, ...sales].map(({ date }) => date))].toSorted();
  const days = dates.map((date) => {
    const visited = visits.filter((each) => each.date === date);
    const sold = sales.filter((each) => each.date === date);
    return {
      date,
      views: sum(visited, ({ views }) => views),
      clicks: sum(visited, ({ clicks }) => clicks),
      orders: sum(sold, ({ orders }) => orders),
    };
  });
  const currencies = [...new Set(sales.map(({ currency }) => currency))].toSorted();
  return {
    views: sum(days, ({ views }) => views),
    clicks: sum(days, ({ clicks }) => clicks),
    orders: sum(days, ({ orders }) => orders),
    revenue: currencies.map((currency) => ({
      amountMinor: sum(
        sales.filter((each) => each.currency === currency),
        ({ amountMinor }) => amountMinor,
      ),
      currency,
    })),
    days,
  };
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
