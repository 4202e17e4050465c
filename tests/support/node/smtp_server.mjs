// SPDX-License-Identifier: Apache-2.0
// An SMTP server on 127.0.0.1, for tests: node smtp_server.mjs FOLDER MODE [KEY CERTIFICATE] [PORT]
//
// Prints its port, writes each mail that it takes to FOLDER as N.eml, and each session's commands to
// FOLDER/log, and ends when its standard input does. MODE says how it behaves; it is words joined by
// '+'. FOLDER/mode, where it is there, is read for each mail and takes the place of the last four
// sorts, so that a relay can change its mind while a test runs.
//   plain        STARTTLS is not offered       starttls  it is        implicit  TLS from the start
//   auth         signing in is wanted (user "dienst", password "geheim 7!x")
//   sender451 sender550 rcpt451 rcpt550 data451 data554   refused there
//   rcpt550:TEXT                                refused for recipients that hold TEXT
//   stall:WHERE  no answer at sender, rcpt or data
//   die:WHERE    the connection is cut at sender, rcpt, data, or taken: after the mail was written
import fs from "node:fs";
import path from "node:path";
import { SMTPServer } from "smtp-server";

const [folder, mode, key, certificate, port] = process.argv.slice(2);
let taken = 0;

function words() {
  try {
    return fs.readFileSync(path.join(folder, "mode"), "utf8").trim().split("+");
  } catch {
    return mode.split("+");
  }
}
const fixed = mode.split("+");
const has = (word) => words().includes(word);

function refusal(code, text) {
  const error = new Error(text);
  error.responseCode = code;
  return error;
}

function at(where, session, address, done) {
  fs.appendFileSync(path.join(folder, "log"), `${session.id} ${where} ${address}\n`);
  if (has(`stall:${where}`)) return;
  if (has(`die:${where}`)) return cut(session);
  for (const word of words()) {
    const [what, part] = word.split(":");
    if (!what.startsWith(where) || !/^\d{3}$/.test(what.slice(where.length))) continue;
    if (part && !address.includes(part)) continue;
    return done(refusal(Number(what.slice(where.length)), `${what} geheim 7!x \x1b[31m no`));
  }
  done();
}

function cut(session) {
  for (const connection of server.connections) {
    if (connection.session === session) connection._socket.destroy();
  }
}

const server = new SMTPServer({
  secure: fixed.includes("implicit"),
  hideSTARTTLS: !fixed.includes("starttls"),
  hideENHANCEDSTATUSCODES: false,
  allowInsecureAuth: true,
  authOptional: !fixed.includes("auth"),
  authMethods: ["PLAIN", "LOGIN"],
  disableReverseLookup: true,
  socketTimeout: 60_000,
  closeTimeout: 100,
  logger: false,
  ...(key && certificate ? { key: fs.readFileSync(key), cert: fs.readFileSync(certificate) } : {}),
  onAuth(auth, session, done) {
    if (auth.username === "dienst" && auth.password === "geheim 7!x") return done(null, { user: 1 });
    done(refusal(535, `wrong: ${auth.password}`));
  },
  onMailFrom: (address, session, done) => at("sender", session, address.address, done),
  onRcptTo: (address, session, done) => at("rcpt", session, address.address, done),
  onData(stream, session, done) {
    const parts = [];
    if (has("stall:data")) return;
    if (has("die:data")) return cut(session);
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      at("data", session, session.envelope.rcptTo[0].address, (error) => {
        if (error) return done(error);
        const file = path.join(folder, `${String(++taken).padStart(5, "0")}.eml`);
        const envelope = `X-Envelope: ${session.envelope.mailFrom.address} ${session.envelope.rcptTo
          .map((to) => to.address).join(",")}\r\nX-Secure: ${session.secure}\r\n`;
        fs.writeFileSync(file, Buffer.concat([Buffer.from(envelope), ...parts]));
        if (has("die:taken")) return cut(session);
        done(null, `taken as ${taken}`);
      });
    });
  },
});

server.on("error", () => {}); // who does not trust the certificate goes away
const listening = server.listen(Number(port ?? 0), "127.0.0.1", () => {
  console.log(listening.address().port);
});
process.stdin.on("end", () => process.exit(0));
process.stdin.resume();
setTimeout(() => process.exit(1), 300_000).unref(); // whatever becomes of the test
