// The AWS SDK for JavaScript, as a program that makes one call for each line that it reads.
//
// A line is [operation, members]; the answer is a line as well, {result} or {error}. A listing is
// read page after page when its members have a pageSize.
const { createInterface } = require("node:readline");
const sdk = require("@aws-sdk/client-pinpoint-sms-voice-v2");

const client = new sdk.PinpointSMSVoiceV2Client({ endpoint: process.argv[2] });

async function call(operation, members) {
  const { pageSize, ...input } = members;
  if (pageSize === undefined) {
    return client.send(new sdk[`${operation}Command`](input));
  }
  const pages = [];
  for await (const page of sdk[`paginate${operation}`]({ client, pageSize }, input)) {
    pages.push(page);
  }
  return { pages };
}

function told(error) {
  const { name, message, $fault: fault, Reason, ResourceType, ResourceId, Fields } = error;
  const typed = sdk[name] !== undefined && error instanceof sdk[name];
  return { name, message, fault, typed, Reason, ResourceType, ResourceId, Fields };
}

(async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    let answer;
    try {
      answer = { result: await call(...JSON.parse(line)) };
    } catch (error) {
      answer = { error: told(error) };
    }
    console.log(JSON.stringify(answer));
  }
})();
