/** Cases over HTTP. */
package org.refugio.intake.cases.web;
