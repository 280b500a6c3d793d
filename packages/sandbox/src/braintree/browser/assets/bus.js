/**
 * Talks with the page in the form that the vendor's library uses between frames: a string with a fixed beginning and
 * JSON behind it. An answer comes back under a name made up for it.
 */

const prefix = '/*framebus*/';

/**
 * @param {string} channel the component's id; keeps two sets of fields on one page apart
 */
export function openBus(channel) {
  /** @type {Map<string, (data: unknown, reply: (data: unknown) => void) => void>} */
  const listeners = new Map();

  addEventListener('message', (message) => {
    // Only the page that holds this frame may speak with it.
    if (message.source !== parent || typeof message.data !== 'string') return;
    if (!message.data.startsWith(prefix)) return;
    const { event, eventData, reply } = JSON.parse(message.data.slice(prefix.length));
    const answer = (data) => post(reply, data, message.origin);
    listeners.get(event)?.(eventData, answer);
  });

  return {
    on(name, listener) {
      listeners.set(`${channel}:hosted-fields:${name}`, listener);
    },
    /** Tells the page; `answered` is called with what it answers. */
    emit(name, data, answered) {
      const reply = answered ? crypto.randomUUID() : undefined;
      if (reply) listeners.set(reply, answered);
      post(`${channel}:hosted-fields:${name}`, data, '*', reply);
    },
  };
}

function post(event, eventData, origin, reply) {
  if (!event) return;
  parent.postMessage(prefix + JSON.stringify({ event, origin, eventData, reply }), origin);
}
