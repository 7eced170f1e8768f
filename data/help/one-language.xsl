<?xml version="1.0"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- msgfmt puts a translation beside each text; this keeps the translation alone. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="@*|node()">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:template>
  <xsl:template match="@xml:lang"/>
  <xsl:template match="*[not(@xml:lang)]">
    <xsl:if test="not(following-sibling::*[1][@xml:lang and name() = name(current())])">
      <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
