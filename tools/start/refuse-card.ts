/** Has the local sandbox's bank refuse a stored card from now on, for want of money (2001). */
export async function refuseCard(cardsPort: number, token: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${cardsPort}/sandbox/cards/${token}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ processorResponse: '2001' }),
  });
  if (!answer.ok) throw new Error(`the sandbox refused to refuse a card (${answer.status})`);
}
