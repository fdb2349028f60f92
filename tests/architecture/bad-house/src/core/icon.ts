import 'leaflet' // fault: core-packages
