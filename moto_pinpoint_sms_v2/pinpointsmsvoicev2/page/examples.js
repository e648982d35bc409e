// What stands on an empty page: three ways to send a first message, for this very server.

import { here } from "./address.js";
import { $, element } from "./elements.js";
import { copier } from "./text.js";

const TO = "+14254147755"; // AWS's own simulator of a handset
const SERVICE = "pinpoint-sms-voice-v2";

let drawn = "";

export function drawExamples() {
  const region = here().region ?? "us-east-1";
  if (drawn === region) return;
  drawn = region;
  const ways = { "AWS CLI": cli(region), Python: boto3(region), curl: curl(region) };
  $("examples").replaceChildren(...Object.entries(ways).map(([title, text]) => element(
    "section",
    { "aria-label": title },
    element("header", {}, element("h3", {}, title), copier(text, "Copy")),
    element("pre", { tabindex: "0", "aria-label": title }, text),
  )));
}

function cli(region) {
  return `export AWS_ACCESS_KEY_ID=testing
export AWS_SECRET_ACCESS_KEY=testing
export AWS_DEFAULT_REGION=${region}
export AWS_ENDPOINT_URL=${location.origin}

aws ${SERVICE} request-phone-number \\
  --iso-country-code US \\
  --number-type SIMULATOR \\
  --message-type TRANSACTIONAL \\
  --number-capabilities SMS
aws ${SERVICE} send-text-message \\
  --destination-phone-number ${TO} \\
  --message-body Hello
`;
}

function boto3(region) {
  return `import boto3

sms = boto3.client(
    "${SERVICE}",
    endpoint_url="${location.origin}",
    region_name="${region}",
    aws_access_key_id="testing",
    aws_secret_access_key="testing",
)
sms.request_phone_number(
    IsoCountryCode="US",
    NumberType="SIMULATOR",
    MessageType="TRANSACTIONAL",
    NumberCapabilities=["SMS"],
)
sms.send_text_message(
    DestinationPhoneNumber="${TO}",
    MessageBody="Hello",
)
`;
}

function curl(region) {
  return `sms() {
  curl ${location.origin}/ --data "$2" \\
    --user testing:testing \\
    --aws-sigv4 aws:amz:${region}:sms-voice \\
    -H "X-Amz-Target: PinpointSMSVoiceV2.$1" \\
    -H 'Content-Type: application/x-amz-json-1.0'
}
sms RequestPhoneNumber '{
  "IsoCountryCode": "US",
  "NumberType": "SIMULATOR",
  "MessageType": "TRANSACTIONAL",
  "NumberCapabilities": ["SMS"]
}'
sms SendTextMessage '{
  "DestinationPhoneNumber": "${TO}",
  "MessageBody": "Hello"
}'
`;
}
