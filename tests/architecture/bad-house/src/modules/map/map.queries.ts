import './map.sql'
