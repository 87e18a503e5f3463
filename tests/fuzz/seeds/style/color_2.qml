
<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Rendering" hasScaleBasedVisibilityFlag="0" labelsEnabled="1">
  <renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0" enableorderby="0">
    <symbols>
      <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="capstyle" value="flat" type="QString"/>
            <Option name="joinstyle" value="round" type="QString"/>
            <Option name="line_color" value="10,20,30,255" type="QString"/>
            <Option name="line_style" value="dash" type="QString"/>
            <Option name="line_width" value="0.975" type="QString"/>
            <Option name="line_width_unit" value="Point" type="QString"/>
            <Option name="use_custom_dash" value="0" type="QString"/>
          </Option>
          <prop k="capstyle" v="flat"/>
          <prop k="joinstyle" v="round"/>
          <prop k="line_color" v="10,20,30,255"/>
          <prop k="line_style" v="dash"/>
          <prop k="line_width" v="0.975"/>
          <prop k="line_width_unit" v="Point"/>
          <prop k="use_custom_dash" v="0"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties" type="Map">
                <Option name="outlineColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="regexp_replace(regexp_replace(&quot;color&quot;,'^\\s*rgb\\s*\\(|\\)|\\s+$',''),'\\s*[;/,]\\s*|\\s+',',')" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
              </Option>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="unit" isExpression="0" fontFamily="Noto Sans" fontSize="8.25" fontSizeUnit="Point" textColor="30,30,30,255" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="0.75" bufferSizeUnits="Point" bufferColor="255,255,255,255" bufferOpacity="1"/>
      </text-style>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <layerOpacity>0.5</layerOpacity>
  <layerGeometryType>1</layerGeometryType>
</qgis>
