// Draws the pictures of the models: processes/*.bpmn to docs/*.svg, processes/*.dmn to docs/*.png.
// Each SVG names the hash of the model it shows, so that a test notices a picture that is older than its model.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const tools = dirname(fileURLToPath(import.meta.url));
const models = join(tools, '..', 'processes');
const pictures = join(tools, '..', 'docs');
const installed = (name) => createRequire(import.meta.url).resolve(name);

const browsers = [process.env.CHROME_BIN, '/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];
const executablePath = browsers.find((path) => path && existsSync(path));
if (!executablePath) {
  throw new Error('Neither Chromium nor Chrome was found; set CHROME_BIN to one');
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, deviceScaleFactor: 1 });
mkdirSync(pictures, { recursive: true });
try {
  for (const file of readdirSync(models).sort()) {
    const xml = readFileSync(join(models, file), 'utf8');
    if (file.endsWith('.bpmn')) {
      writeFileSync(join(pictures, basename(file, '.bpmn') + '.svg'), signed(await diagram(xml), file, xml));
    } else if (file.endsWith('.dmn')) {
      await table(xml, join(pictures, basename(file, '.dmn') + '.png'));
    } else {
      continue;
    }
    console.log(`drew ${file}`);
  }
} finally {
  await browser.close();
}

async function diagram(xml) {
  await page.setContent('<div id="canvas" style="width: 1600px; height: 900px"></div>');
  await page.addScriptTag({ path: installed('bpmn-js/dist/bpmn-viewer.production.min.js') });
  const { svg, warnings } = await page.evaluate(async (source) => {
    const viewer = new BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(source);
    return { svg: (await viewer.saveSVG()).svg, warnings: warnings.map((warning) => warning.message) };
  }, xml);
  if (warnings.length) {
    throw new Error(warnings.join('\n'));
  }
  return svg;
}

async function table(xml, path) {
  await page.setContent('<div id="canvas" style="display: inline-block; background: white"></div>');
  for (const style of ['dmn-js-shared.css', 'dmn-js-decision-table.css', 'dmn-font/css/dmn-embedded.css']) {
    await page.addStyleTag({ path: installed(`dmn-js/dist/assets/${style}`) });
  }
  await page.addScriptTag({ path: installed('dmn-js/dist/dmn-viewer.production.min.js') });
  await page.evaluate(async (source) => {
    const viewer = new DmnJS({ container: '#canvas' });
    await viewer.importXML(source);
    await viewer.open(viewer.getViews().find((view) => view.type === 'decisionTable'));
    document.querySelector('.view-drd, .open-drd')?.remove();
  }, xml);
  await page.locator('.tjs-table').first().screenshot({ path });
}

/** Names the model in the picture, leaves out what only a mouse sees, and replaces ids that differ from drawing to drawing. */
function signed(svg, file, xml) {
  const hash = createHash('sha256').update(xml).digest('hex');
  const ids = new Map();
  const visible = svg.replace(/<rect class="djs-(hit|outline)[^>]*\/>/g, '');
  const stable = visible.replace(/\b(marker|djs-marker|pattern)-[\w-]+/g, (id) => {
    ids.set(id, ids.get(id) ?? `mark-${ids.size + 1}`);
    return ids.get(id);
  });
  return stable.replace(/<!-- created with .*?-->/s, `<!-- drawn from processes/${file} sha256:${hash} -->`);
}
