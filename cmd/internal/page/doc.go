// Package page has what the HTML pages share: `dateline inspect --format html` and
// `dateline report`. A page is one file that loads nothing: its policy forbids scripts and
// everything that is fetched, and allows one style sheet by its digest. All text goes
// through html/template, so that an article with markup in it is shown, never obeyed.
//
// In: a template of the caller's and its data. Out: HTML.
//
//	page.go    head, style sheet, policy; parsing of templates
//	page.html  the shared templates: head, map
//	page.css   one style sheet for both pages, light and dark, from 360 px up
//	map.go     dots on a map: placing, sizes, labels
//	world.txt  outline of the world; made by gen (`make outline`) from Natural Earth
//	           4.1.0, 1:110m, public domain
package page
