using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeddingStudio.Engine.Data.Migrations
{
    /// <inheritdoc />
    public partial class Scores : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "CompositionWeight",
                table: "Weddings",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ContextWeight",
                table: "Weddings",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ExpressionWeight",
                table: "Weddings",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "TechnicalWeight",
                table: "Weddings",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_Blocking",
                table: "Photos",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_Whites",
                table: "Photos",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_Burnt",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_ColourDetail",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_Detail",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_OneWayBlur",
                table: "Faces",
                type: "REAL",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CompositionWeight",
                table: "Weddings");

            migrationBuilder.DropColumn(
                name: "ContextWeight",
                table: "Weddings");

            migrationBuilder.DropColumn(
                name: "ExpressionWeight",
                table: "Weddings");

            migrationBuilder.DropColumn(
                name: "TechnicalWeight",
                table: "Weddings");

            migrationBuilder.DropColumn(
                name: "Measures_Blocking",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "Measures_Whites",
                table: "Photos");

            migrationBuilder.DropColumn(
                name: "Measures_Burnt",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "Measures_ColourDetail",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "Measures_Detail",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "Measures_OneWayBlur",
                table: "Faces");
        }
    }
}
