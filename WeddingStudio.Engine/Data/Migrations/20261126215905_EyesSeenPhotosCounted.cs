using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeddingStudio.Engine.Data.Migrations
{
    /// <inheritdoc />
    public partial class EyesSeenPhotosCounted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Faces_WeddingId_PersonId",
                table: "Faces");

            migrationBuilder.AddColumn<int>(
                name: "PhotosOfMoment",
                table: "Scores",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_EyeSeenOpenLeft",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_EyeSeenOpenRight",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Faces_WeddingId_PersonId_PhotoId",
                table: "Faces",
                columns: new[] { "WeddingId", "PersonId", "PhotoId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Faces_WeddingId_PersonId_PhotoId",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "PhotosOfMoment",
                table: "Scores");

            migrationBuilder.DropColumn(
                name: "Measures_EyeSeenOpenLeft",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "Measures_EyeSeenOpenRight",
                table: "Faces");

            migrationBuilder.CreateIndex(
                name: "IX_Faces_WeddingId_PersonId",
                table: "Faces",
                columns: new[] { "WeddingId", "PersonId" });
        }
    }
}
