
<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Rendering" hasScaleBasedVisibilityFlag="0" labelsEnabled="1">
  <renderer-v2 type="graduatedSymbol" symbollevels="0" forceraster="0" enableorderby="0" attr="ppm" graduatedMethod="GraduatedColor">
    <ranges>
      <range lower="0.10000000000000001" upper="2.5" symbol="0" label="0.10 – 2.50" render="true"/>
      <range lower="2.5" upper="40.333333333333336" symbol="1" label="2.50 – 40.33" render="false"/>
      <range lower="40.333333333333336" upper="9000000" symbol="2" label="high" render="true"/>
    </ranges>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" value="254,232,56,255" type="QString"/>
            <Option name="joinstyle" value="round" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="outline_color" value="10,20,30,255" type="QString"/>
            <Option name="outline_style" value="dash" type="QString"/>
            <Option name="outline_width" value="0.975" type="QString"/>
            <Option name="outline_width_unit" value="Point" type="QString"/>
            <Option name="angle" value="0" type="QString"/>
            <Option name="name" value="diamond" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="4.5" type="QString"/>
            <Option name="size_unit" value="Point" type="QString"/>
          </Option>
          <prop k="color" v="254,232,56,255"/>
          <prop k="joinstyle" v="round"/>
          <prop k="offset" v="0,0"/>
          <prop k="outline_color" v="10,20,30,255"/>
          <prop k="outline_style" v="dash"/>
          <prop k="outline_width" v="0.975"/>
          <prop k="outline_width_unit" v="Point"/>
          <prop k="angle" v="0"/>
          <prop k="name" v="diamond"/>
          <prop k="scale_method" v="diameter"/>
          <prop k="size" v="4.5"/>
          <prop k="size_unit" v="Point"/>
        </layer>
      </symbol>
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" value="125,124,118,255" type="QString"/>
            <Option name="joinstyle" value="round" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="outline_color" value="10,20,30,255" type="QString"/>
            <Option name="outline_style" value="dash" type="QString"/>
            <Option name="outline_width" value="0.975" type="QString"/>
            <Option name="outline_width_unit" value="Point" type="QString"/>
            <Option name="angle" value="0" type="QString"/>
            <Option name="name" value="diamond" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="4.5" type="QString"/>
            <Option name="size_unit" value="Point" type="QString"/>
          </Option>
          <prop k="color" v="125,124,118,255"/>
          <prop k="joinstyle" v="round"/>
          <prop k="offset" v="0,0"/>
          <prop k="outline_color" v="10,20,30,255"/>
          <prop k="outline_style" v="dash"/>
          <prop k="outline_width" v="0.975"/>
          <prop k="outline_width_unit" v="Point"/>
          <prop k="angle" v="0"/>
          <prop k="name" v="diamond"/>
          <prop k="scale_method" v="diameter"/>
          <prop k="size" v="4.5"/>
          <prop k="size_unit" v="Point"/>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" value="0,34,78,255" type="QString"/>
            <Option name="joinstyle" value="round" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="outline_color" value="10,20,30,255" type="QString"/>
            <Option name="outline_style" value="dash" type="QString"/>
            <Option name="outline_width" value="0.975" type="QString"/>
            <Option name="outline_width_unit" value="Point" type="QString"/>
            <Option name="angle" value="0" type="QString"/>
            <Option name="name" value="diamond" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="4.5" type="QString"/>
            <Option name="size_unit" value="Point" type="QString"/>
          </Option>
          <prop k="color" v="0,34,78,255"/>
          <prop k="joinstyle" v="round"/>
          <prop k="offset" v="0,0"/>
          <prop k="outline_color" v="10,20,30,255"/>
          <prop k="outline_style" v="dash"/>
          <prop k="outline_width" v="0.975"/>
          <prop k="outline_width_unit" v="Point"/>
          <prop k="angle" v="0"/>
          <prop k="name" v="diamond"/>
          <prop k="scale_method" v="diameter"/>
          <prop k="size" v="4.5"/>
          <prop k="size_unit" v="Point"/>
        </layer>
      </symbol>
    </symbols>
    <source-symbol>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" value="254,232,56,255" type="QString"/>
            <Option name="joinstyle" value="round" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="outline_color" value="10,20,30,255" type="QString"/>
            <Option name="outline_style" value="dash" type="QString"/>
            <Option name="outline_width" value="0.975" type="QString"/>
            <Option name="outline_width_unit" value="Point" type="QString"/>
            <Option name="angle" value="0" type="QString"/>
            <Option name="name" value="diamond" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="4.5" type="QString"/>
            <Option name="size_unit" value="Point" type="QString"/>
          </Option>
          <prop k="color" v="254,232,56,255"/>
          <prop k="joinstyle" v="round"/>
          <prop k="offset" v="0,0"/>
          <prop k="outline_color" v="10,20,30,255"/>
          <prop k="outline_style" v="dash"/>
          <prop k="outline_width" v="0.975"/>
          <prop k="outline_width_unit" v="Point"/>
          <prop k="angle" v="0"/>
          <prop k="name" v="diamond"/>
          <prop k="scale_method" v="diameter"/>
          <prop k="size" v="4.5"/>
          <prop k="size_unit" v="Point"/>
        </layer>
      </symbol>
    </source-symbol>
    <colorramp type="gradient" name="[source]">
      <Option type="Map">
        <Option name="color1" value="254,232,56,255" type="QString"/>
        <Option name="color2" value="0,34,78,255" type="QString"/>
        <Option name="discrete" value="0" type="QString"/>
        <Option name="rampType" value="gradient" type="QString"/>
        <Option name="stops" value="0.0625;238,216,72,255:0.125;221,201,88,255:0.1875;204,187,99,255:0.25;188,173,108,255:0.3125;171,160,114,255:0.375;155,148,118,255:0.4375;140,135,120,255:0.5;125,124,118,255:0.5625;110,112,115,255:0.625;96,101,111,255:0.6875;82,89,109,255:0.75;66,78,108,255:0.8125;46,67,109,255:0.875;23,56,112,255:0.9375;10,45,97,255" type="QString"/>
      </Option>
      <prop k="color1" v="254,232,56,255"/>
      <prop k="color2" v="0,34,78,255"/>
      <prop k="discrete" v="0"/>
      <prop k="rampType" v="gradient"/>
      <prop k="stops" v="0.0625;238,216,72,255:0.125;221,201,88,255:0.1875;204,187,99,255:0.25;188,173,108,255:0.3125;171,160,114,255:0.375;155,148,118,255:0.4375;140,135,120,255:0.5;125,124,118,255:0.5625;110,112,115,255:0.625;96,101,111,255:0.6875;82,89,109,255:0.75;66,78,108,255:0.8125;46,67,109,255:0.875;23,56,112,255:0.9375;10,45,97,255"/>
    </colorramp>
    <classificationMethod id="Custom"/>
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
  <layerGeometryType>0</layerGeometryType>
</qgis>
