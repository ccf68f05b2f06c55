/** Bodies as large as they may be, of which everything is there again and again. */

/** As much as `webhooks.receive` reads unless it is told otherwise. */
const LENGTH = 1024 * 1024;
const DEEP = LENGTH / 2 - 20;

/**
 * @param {string} start
 * @param {string} piece
 * @param {string} end
 */
function filled(start, piece, end) {
  const times = Math.floor((LENGTH - start.length - end.length) / piece.length);
  return start + piece.repeat(times) + end;
}

/**
 * A message with a key again and again.
 * @param {string} piece
 */
const ofMessage = (piece) =>
  filled('{"type":"message_received","data":{"message":{"id":"m-1",', `${piece},`, '"x":1}}}');

/**
 * An event with a key again and again.
 * @param {string} piece
 */
const ofEvent = (piece) =>
  filled('{"type":"message_received","data":{"message":{"id":"m-1"}},', `${piece},`, '"x":1}');

/**
 * All of a kind that is known, by what there is so much of.
 * @type {Record<string, string>}
 */
export const LARGE = {
  "one text": filled('{"type":"account_update","data":{"x":"', "x", '"}}'),
  "escaped text": filled('{"type":"account_update","data":{"x":"', "\\u0041", '"}}'),
  "unknown keys": ofEvent('"a":1'),
  "escaped keys": ofEvent('"\\u0041":1'),
  types: filled("{", '"type":"message_received",', '"data":{"message":{"id":"m-1"}}}'),
  data: filled(
    '{"type":"message_received"',
    ',"data":{"message":{"id":"m-1"}}',
    ',"timestamp":"2026-01-15T09:30:00"}',
  ),
  times: ofEvent('"timestamp":"2026-01-15T09:30:00"'),
  ids: ofMessage('"id":"m-1"'),
  messages: ofMessage('"message":""'),
  "messages that are none": ofMessage('"message":"None"'),
  "messages that are JSON": ofMessage('"message":"[]"'),
  "kinds of messages": ofMessage('"message_content_type":"Text"'),
  templates: ofMessage('"raw_template":"{\\"buttons\\":\\"[]\\"}"'),
  costs: ofMessage('"meta_data":{"message_cost":{"whatsapp_cost":"None"}}'),
  "lists in lists": `{"type":"account_update","data":{"x":${"[".repeat(DEEP)}${"]".repeat(DEEP)}}}`,
  "answers of a workflow": filled(
    '{"type":"workflow_response_update","data":{"workflow_id":"w-1","data":[',
    '{"question":"q","answer":{"id":"a-1","message":"m"}},',
    '{"question":"q","answer":{"id":"a-2"}}]}}',
  ),
  "suggestions of RCS": filled(
    '{"entityType":"USER_MESSAGE","entity":{"messageId":"m-1",',
    '"suggestionResponse":{"postBack":{"data":"None"}},',
    '"x":1}}',
  ),
  "events of RCS": filled(
    '{"entityType":"USER_EVENT","entity":{"messageId":"m-1"',
    ',"eventType":"MESSAGE_READ"',
    ',"sendTime":"2026-01-15T09:30:00"}}',
  ),
};
