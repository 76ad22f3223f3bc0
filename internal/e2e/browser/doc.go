// Package browser drives the staff's page in a real browser, Debian's chromium without a screen: the tasks of a staff member by keyboard
// and without JavaScript, and axe-core's rules of WCAG 2.2 AA on every page. It has tests only, behind the build tag browser, since they
// need chromium: make test-browser.
package browser
