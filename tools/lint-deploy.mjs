// Checks Kubernetes manifests: each field is one that the API knows, of the type that it wants, and none that it needs is missing.
// The types come from kubernetes-models, which makes them from the API's own description. Knows no cluster and needs none.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';

const folder = resolve(process.argv[2] ?? '.');
const require = createRequire(import.meta.url);
const problems = [];
const sources = new Map();
let count = 0;

for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort()) {
  const documents = parseAllDocuments(readFileSync(join(folder, file), 'utf8'), { uniqueKeys: true });
  documents.forEach((document, index) => {
    document.errors.forEach((error) => problems.push(`${file}: ${error.message}`));
    const manifest = document.toJS();
    count++;
    const where = `${file}, ${manifest?.kind} ${manifest?.metadata?.name}`;
    const module = `kubernetes-models/${manifest?.apiVersion}/${manifest?.kind}`;
    try {
      new (require(module)[manifest.kind])(manifest).validate();
    } catch (error) {
      problems.push(`${where}: ${error.message}`);
      return;
    }
    // a literal, because the compiler refuses unknown fields in literals alone
    const text = `import type { I${manifest.kind} } from '${module}';\n`
      + `export const manifest: I${manifest.kind} = ${JSON.stringify(manifest, null, 1)};\n`;
    sources.set(resolve(`${basename(file, '.yaml')}-${index}.ts`), { text, where });
  });
}

const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
const host = ts.createCompilerHost(options);
const { readFile, fileExists, getSourceFile } = host;
host.fileExists = (name) => sources.has(resolve(name)) || fileExists(name);
host.readFile = (name) => sources.get(resolve(name))?.text ?? readFile(name);
host.getSourceFile = (name, version, ...rest) =>
  sources.has(resolve(name))
    ? ts.createSourceFile(name, sources.get(resolve(name)).text, version)
    : getSourceFile(name, version, ...rest);

for (const found of ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host))) {
  const where = found.file && sources.get(resolve(found.file.fileName))?.where;
  const line = found.file?.text.slice(found.start, found.start + found.length).trim();
  problems.push(`${where ?? 'types'}: ${line}: ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`);
}

problems.forEach((problem) => console.error(problem));
console.log(`${count} manifests, ${problems.length} problems`);
process.exit(problems.length === 0 && count > 0 ? 0 : 1);
