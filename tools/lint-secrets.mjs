// Looks for keys, tokens and passwords in everything that git tracks, with secretlint's recommended rules. First it proves on
// a made-up key that it would find one.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createEngine } from '@secretlint/node';

const root = execFileSync('git', ['rev-parse', '--show-toplevel'], { encoding: 'utf8' }).trim();
const engine = await createEngine({
  cwd: root,
  formatter: 'stylish',
  color: false,
  configFileJSON: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] },
});

const planted = ['AKIA', 'Z7QX3MNB5VLK2PWD'].join('') + '\naws_secret_access_key = "' + ['kP9vXq2LmZ', '7tRw4YbNc1DfGh6JsUaEoIx8Qy3TzBv0'].join('') + 'Lw"\n'
  + ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ') + '\n' + 'MIIEowIBAAKCAQEA'.repeat(40) + '\n' + ['-----END', 'RSA PRIVATE KEY-----'].join(' ') + '\n';
const proof = await engine.executeOnContent({ content: planted, filePath: `${root}/planted.txt` });
if (proof.ok) {
  console.error('A planted key was not found: the check itself is broken.');
  process.exit(1);
}

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file && existsSync(`${root}/${file}`))
  .map((file) => `${root}/${file}`);
const result = await engine.executeOnFiles({ filePathList: files });
console.log(result.ok ? `${files.length} files, no secrets` : result.output);
process.exit(result.ok ? 0 : 1);
