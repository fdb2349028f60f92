import 'leaflet' // fault: platform-packages
