// Open a page from its file, use it as a person would, and print what was seen, as JSON.
const [folder, chromium, page, pictures] = process.argv.slice(2);
const { chromium: browser } = require(`${folder}/node_modules/playwright-core`);
const axe = require.resolve(`${folder}/node_modules/axe-core/axe.min.js`);

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

async function violations(tab) {
  const found = await tab.evaluate(() => window.axe.run(document));
  return found.violations.map(one => `${one.id}: ${one.nodes[0].html}`);
}

(async () => {
  const running = await browser.launch({ executablePath: chromium, args: FLAGS });
  const context = await running.newContext({ bypassCSP: true });
  const tab = await context.newPage();
  const errors = [], requests = [];
  tab.on("console", message => message.type() === "error" && errors.push(message.text()));
  tab.on("pageerror", error => errors.push(String(error)));
  tab.on("dialog", dialog => { errors.push(dialog.message()); dialog.dismiss(); });
  tab.on("request", request => requests.push(request.url()));
  const status = () => tab.locator("#shown").innerText();
  const visible = () => tab.locator("li:visible h2").allInnerTexts();
  const seen = {};
  await tab.goto(`file://${page}`);
  seen.all = await status();
  await tab.getByLabel("compatible").uncheck();
  await tab.getByLabel("warning").uncheck();
  seen.breaking = await visible();
  await tab.getByLabel("Resource").selectOption("pets");
  seen.resource = await visible();
  await tab.getByLabel("Search").fill("gone CLEAR");
  seen.search = await visible();
  await tab.getByLabel("Search").fill("nothing like this");
  seen.nothing = await status();
  await tab.reload();
  await tab.addScriptTag({ path: axe });
  for (const [name, width, colorScheme] of [["wide", 1280, "light"], ["narrow", 390, "dark"]]) {
    await tab.emulateMedia({ colorScheme });
    await tab.setViewportSize({ width, height: 900 });
    seen[name] = {
      violations: await violations(tab),
      overflows: await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth),
    };
    await tab.screenshot({ path: `${pictures}/${name}.png` });
  }
  seen.links = await tab.locator("li a").evaluateAll(all => all.map(one => one.getAttribute("href")));
  await running.close();
  console.log(JSON.stringify({ ...seen, errors, requests: requests.filter(url => !url.startsWith("file:")) }));
})();
