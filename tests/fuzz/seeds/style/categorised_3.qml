
<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Rendering" hasScaleBasedVisibilityFlag="0" labelsEnabled="1">
  <renderer-v2 type="categorizedSymbol" symbollevels="0" forceraster="0" enableorderby="0" attr="unit">
    <categories>
      <category value="Qal" symbol="0" label="Qal" render="true"/>
      <category value="Kg &quot;x&quot; &lt;&amp;&gt; ñ" symbol="1" label="Granite" render="true"/>
      <category value="Tv" symbol="2" label="Tv" render="false"/>
      <category value="" symbol="3" label="All others" render="true"/>
    </categories>
    <symbols>
      <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" value="255,255,200,255" type="QString"/>
            <Option name="joinstyle" value="round" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="outline_color" value="10,20,30,255" type="QString"/>
            <Option name="outline_style" value="dash" type="QString"/>
            <Option name="outline_width" value="0.975" type="QString"/>
            <Option name="outline_width_unit" value="Point" type="QString"/>
            <Option name="style" value="solid" type="QString"/>
          </Option>
          <prop k="color" v="255,255,200,255"/>
          <prop k="joinstyle" v="round"/>
          <prop k="offset" v="0,0"/>
          <prop k="outline_color" v="10,20,30,255"/>
          <prop k="outline_style" v="dash"/>
          <prop k="outline_width" v="0.975"/>
          <prop k="outline_width_unit" v="Point"/>
          <prop k="style" v="solid"/>
        </layer>
      </symbol>
      <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" value="240,128,128,255" type="QString"/>
            <Option name="joinstyle" value="round" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="outline_color" value="10,20,30,255" type="QString"/>
            <Option name="outline_style" value="dash" type="QString"/>
            <Option name="outline_width" value="0.975" type="QString"/>
            <Option name="outline_width_unit" value="Point" type="QString"/>
            <Option name="style" value="solid" type="QString"/>
          </Option>
          <prop k="color" v="240,128,128,255"/>
          <prop k="joinstyle" v="round"/>
          <prop k="offset" v="0,0"/>
          <prop k="outline_color" v="10,20,30,255"/>
          <prop k="outline_style" v="dash"/>
          <prop k="outline_width" v="0.975"/>
          <prop k="outline_width_unit" v="Point"/>
          <prop k="style" v="solid"/>
        </layer>
      </symbol>
      <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" value="88,166,24,255" type="QString"/>
            <Option name="joinstyle" value="round" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="outline_color" value="10,20,30,255" type="QString"/>
            <Option name="outline_style" value="dash" type="QString"/>
            <Option name="outline_width" value="0.975" type="QString"/>
            <Option name="outline_width_unit" value="Point" type="QString"/>
            <Option name="style" value="solid" type="QString"/>
          </Option>
          <prop k="color" v="88,166,24,255"/>
          <prop k="joinstyle" v="round"/>
          <prop k="offset" v="0,0"/>
          <prop k="outline_color" v="10,20,30,255"/>
          <prop k="outline_style" v="dash"/>
          <prop k="outline_width" v="0.975"/>
          <prop k="outline_width_unit" v="Point"/>
          <prop k="style" v="solid"/>
        </layer>
      </symbol>
      <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" value="200,201,202,255" type="QString"/>
            <Option name="joinstyle" value="round" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="outline_color" value="10,20,30,255" type="QString"/>
            <Option name="outline_style" value="dash" type="QString"/>
            <Option name="outline_width" value="0.975" type="QString"/>
            <Option name="outline_width_unit" value="Point" type="QString"/>
            <Option name="style" value="solid" type="QString"/>
          </Option>
          <prop k="color" v="200,201,202,255"/>
          <prop k="joinstyle" v="round"/>
          <prop k="offset" v="0,0"/>
          <prop k="outline_color" v="10,20,30,255"/>
          <prop k="outline_style" v="dash"/>
          <prop k="outline_width" v="0.975"/>
          <prop k="outline_width_unit" v="Point"/>
          <prop k="style" v="solid"/>
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
  <layerGeometryType>2</layerGeometryType>
</qgis>
