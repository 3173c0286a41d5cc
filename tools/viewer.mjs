// Copies the viewer that draws the process in the browser, as it was published, to where the application serves it from.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tools = dirname(fileURLToPath(import.meta.url));
const installed = join(tools, 'node_modules', 'bpmn-js');
const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
const served = join(tools, '..', 'src', 'main', 'resources', 'static', 'bpmn-js');

rmSync(served, { recursive: true, force: true });
mkdirSync(join(served, version), { recursive: true });
copyFileSync(join(installed, 'dist', 'bpmn-viewer.production.min.js'), join(served, version, 'bpmn-viewer.production.min.js'));
copyFileSync(join(installed, 'LICENSE'), join(served, version, 'LICENSE'));
console.log(`serving bpmn-js ${version}; templates/dashboard/process.html names the version`);
